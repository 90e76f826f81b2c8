using System.Diagnostics;

namespace Sweet.Web.Tests.Sandbox;

public sealed class PublishedSiteTests : IDisposable
{
    private readonly DirectoryInfo published = Directory.CreateTempSubdirectory("sweet-published-");

    [Fact]
    public async Task Has_nothing_of_the_sandbox()
    {
        var output = await Publish();

        var files = published.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name).ToList();
        Assert.True(files.Contains("Sweet.Web.dll"), output);
        Assert.DoesNotContain(files, name => name.Contains("Sandbox", StringComparison.OrdinalIgnoreCase));
    }

    public void Dispose() => published.Delete(recursive: true);

    // What was built for this very test run; building again would fight with it.
    private async Task<string> Publish()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string[] arguments = ["publish", Path.Combine(Root().FullName, "src/Sweet.Web"), "--no-build", "-c", configuration, "-o", published.FullName, "-v", "q", "--nologo", "-nodeReuse:false"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    private static DirectoryInfo Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!folder.EnumerateFiles("Sweet.sln").Any())
            folder = folder.Parent!;
        return folder;
    }
}
