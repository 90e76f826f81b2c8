namespace Sweet.Sandbox.Launcher;

/// <summary>The git-ignored folder with everything that the sandbox keeps between runs.</summary>
internal sealed class SandboxFolder : IDisposable
{
    private static readonly string[] OwnFiles =
        ["sweet.db", "sweet.db-wal", "sweet.db-shm", "stripe.json", "site.log", StandIns.EventKeyFile];

    private readonly FileStream inUse;

    private SandboxFolder(string path)
    {
        Root = path;
        inUse = new(Path.Combine(path, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    public string Root { get; }

    public string Database => Path.Combine(Root, "sweet.db");

    public string SiteLog => Path.Combine(Root, "site.log");

    private string Mails => Path.Combine(Root, "mails");

    /// <summary>Beside the solution, also when started from a folder below it.</summary>
    public static string Default()
    {
        var current = new DirectoryInfo(Directory.GetCurrentDirectory());
        for (var folder = current; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sweet.sln")))
                return Path.Combine(folder.FullName, ".sandbox");
        }

        return Path.Combine(current.FullName, ".sandbox");
    }

    /// <exception cref="SandboxRefusal">The folder cannot be written, or is in use.</exception>
    public static SandboxFolder Open(string path, bool reset)
    {
        try
        {
            Directory.CreateDirectory(path);
            var folder = new SandboxFolder(path);
            if (reset)
                folder.Clear();
            File.WriteAllText(folder.SiteLog, "");
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SandboxRefusal(
                $"The folder {path} cannot be written, or another sandbox uses it: {failure.Message} Name another with --folder.");
        }
    }

    public void Dispose() => inUse.Dispose();

    private void Clear()
    {
        // Only what is ours: --folder may name a place with other things in it.
        foreach (var file in OwnFiles)
            File.Delete(Path.Combine(Root, file));
        if (Directory.Exists(Mails))
            Directory.Delete(Mails, recursive: true);
    }
}
