using System.Diagnostics;

namespace Sweet.Benchmarks.Sites;

/// <summary>Publishes the site as docs/operations.md does.</summary>
internal static class Published
{
    /// <param name="compiledAhead">False where no time is measured: it takes a minute.</param>
    /// <returns>Its assembly.</returns>
    public static async Task<string> Site(bool compiledAhead)
    {
        var root = Root();
        var output = Path.Combine(Path.GetTempPath(), "sweet-benchmark-published");
        string[] arguments =
        [
            "publish", Path.Combine(root, "src/Sweet.Web"), "-c", "Release", "-r", "linux-x64", "--no-self-contained", "-o", output, "-v", "q", "--nologo",
            $"-p:PublishReadyToRun={compiledAhead}",
        ];
        using var process = Process.Start("dotnet", arguments);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Path.Combine(output, "Sweet.Web.dll") : throw new InvalidOperationException("The site was not published.");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!folder.EnumerateFiles("Sweet.sln").Any()) folder = folder.Parent!;
        return folder.FullName;
    }
}
