using System.Diagnostics;

namespace Sweet.Web.Tests.Conventions;

/// <summary>What goes onto a server.</summary>
public sealed class PublishedSiteTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-published-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Nothing_of_the_sandbox_is_in_it()
    {
        await Publish();
        var files = folder.EnumerateFiles("*", SearchOption.AllDirectories).ToList();

        Assert.Contains(files, f => f.Name == "Sweet.Web.dll");
        Assert.Contains(files, f => f.Name.StartsWith("site", StringComparison.Ordinal) && f.Extension == ".css");
        Assert.DoesNotContain(files, f => f.Name.Contains("Sandbox", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Sandbox", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "Sweet.Web.deps.json")), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(typeof(Sweet.Web.Hosting.SweetSite).Assembly.GetReferencedAssemblies(), a => a.Name == "Sweet.Sandbox");
    }

    private async Task Publish()
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = SourceFiles.Root, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["publish", "src/Sweet.Web", "--no-build", "-c", Configuration, "-o", folder.FullName, "-nodeReuse:false", "-v", "q"])
            start.ArgumentList.Add(argument);
        using var publish = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = await publish.StandardOutput.ReadToEndAsync(patience.Token);
        await publish.WaitForExitAsync(patience.Token);
        Assert.True(publish.ExitCode == 0, output);
    }

    // The configuration that the tests were built in: the site is built there already.
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
