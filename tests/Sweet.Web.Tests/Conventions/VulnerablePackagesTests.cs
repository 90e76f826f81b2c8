using System.Diagnostics;

namespace Sweet.Web.Tests.Conventions;

/// <summary>The part of .ci/run that asks what is known of our packages, with registries that answer in every way.</summary>
public sealed class VulnerablePackagesTests : IDisposable
{
    private const string Clean = """{ "version": 1, "projects": [ { "path": "x.csproj" } ] }""";

    private const string Found = """
        { "projects": [ { "frameworks": [ { "transitivePackages": [ {
          "id": "Newtonsoft.Json",
          "resolvedVersion": "12.0.1",
          "vulnerabilities": [ {
            "severity": "High",
            "advisoryurl": "https://github.com/advisories/GHSA-5crp-9r3c-p9vr" } ] } ] } ] } ] }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-packages-");

    [Fact]
    public async Task A_known_vulnerability_is_named_and_fails()
    {
        var (code, said) = await Run(ours: Found, known: Found);

        Assert.Equal(1, code);
        Assert.Contains("Newtonsoft.Json", said, StringComparison.Ordinal);
        Assert.Contains("GHSA-5crp-9r3c-p9vr", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_is_well()
    {
        var (code, said) = await Run(ours: Clean, known: Found);

        Assert.Equal((0, "No known vulnerability in any package that we use."), (code, said.Trim()));
    }

    [Fact]
    public async Task A_registry_that_tells_of_none_at_all_is_not_believed()
    {
        var (code, said) = await Run(ours: Clean, known: Clean);

        Assert.Equal(0, code);
        Assert.StartsWith("NOT LOOKED UP: the package registry tells of no vulnerabilities", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_network_that_is_said_and_fails_nothing()
    {
        var (code, said) = await Run(ours: null, known: null);

        Assert.Equal(0, code);
        Assert.StartsWith("NOT LOOKED UP: no package registry answered", said, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <param name="ours">What the registry says of our packages; null if it does not answer.</param>
    /// <param name="known">What it says of one that is known to be vulnerable.</param>
    private async Task<(int Code, string Said)> Run(string? ours, string? known)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "ours"), ours ?? "error: unable to load the service index");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "known"), known ?? "");
        var dotnet = Path.Combine(folder.FullName, "dotnet");
        await File.WriteAllTextAsync(dotnet, $"""
            #!/bin/sh
            case "$1 $2" in
              "list Sweet.sln") cat "{folder.FullName}/ours"; exit {(ours is null ? 1 : 0)} ;;
              "list "*) cat "{folder.FullName}/known" ;;
            esac
            """);
        var asked = Path.Combine(SourceFiles.Root, ".ci/vulnerable-packages");
        var start = new ProcessStartInfo("bash", ["-c", $"chmod u+x '{dotnet}' && exec '{asked}'"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = $"{folder.FullName}:{start.Environment["PATH"]}";
        using var script = Process.Start(start)!;
        var said = await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();
        return (script.ExitCode, said);
    }
}
