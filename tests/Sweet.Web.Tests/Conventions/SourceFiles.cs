namespace Sweet.Web.Tests.Conventions;

/// <summary>The files that people write; what tools generate, and what came from elsewhere, is not among them.</summary>
internal static class SourceFiles
{
    private static readonly string[] NotOurs = ["/bin/", "/obj/", "/Migrations/", "/wwwroot/lib/", "/wwwroot/css/", "/node_modules/"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths below the root with forward slashes, and their text.</summary>
    public static IEnumerable<SourceFile> In(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(path => endings.Any(e => path.EndsWith(e, StringComparison.Ordinal)) && !NotOurs.Any(n => path.Contains(n, StringComparison.Ordinal)))
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sweet.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}

/// <param name="Path">Below the root, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text);
