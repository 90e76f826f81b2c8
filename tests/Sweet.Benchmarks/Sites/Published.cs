using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Sweet.Benchmarks.Sites;

/// <summary>Publishes the site as docs/operations.md does, into a folder of its own.</summary>
internal static class Published
{
    /// <param name="compiledAhead">False where no time is measured: it takes a minute.</param>
    /// <returns>Its assembly.</returns>
    public static async Task<string> Site(bool compiledAhead)
    {
        var root = Root();
        var output = Directory.CreateTempSubdirectory("sweet-benchmark-site-").FullName;
        string[] arguments =
        [
            "publish", Path.Combine(root, "src/Sweet.Web"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
            "--no-self-contained", "-o", output, "-v", "q", "--nologo", $"-p:PublishReadyToRun={compiledAhead}",
        ];
        using var process = Process.Start("dotnet", arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException("The site was not published.");

        var assembly = Path.Combine(output, "Sweet.Web.dll");
        return (await File.ReadAllBytesAsync(assembly)).AsSpan().IndexOf("SqliteSweetDbContextModel"u8) > 0
            ? assembly
            : throw new InvalidOperationException("The site was published without the models of EF Core.");
    }

    /// <summary>Of a folder that <see cref="Site"/> made.</summary>
    public static void Remove(string assembly) => Directory.Delete(Path.GetDirectoryName(assembly)!, recursive: true);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!folder.EnumerateFiles("Sweet.sln").Any()) folder = folder.Parent!;
        return folder.FullName;
    }
}
