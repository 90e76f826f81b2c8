using System.Net;
using System.Net.Sockets;

namespace Sweet.Web.Tests.Sandbox;

public sealed class SandboxRunTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-sandbox-");

    [Fact]
    public async Task Serves_site_and_stand_ins_until_it_is_stopped()
    {
        using var sandbox = new SandboxProcess(folder.FullName);
        await sandbox.Ready();
        using var http = new HttpClient();

        var home = await http.GetStringAsync(sandbox.Site);
        var styles = await http.GetByteArrayAsync(new Uri(sandbox.Site, "/css/site.css"));
        var inbox = await http.GetStringAsync(new Uri(sandbox.StandIns, "/inbox.json"));
        var (exitCode, errors) = await sandbox.Stop();

        Assert.Contains("<h1", home, StringComparison.Ordinal);
        Assert.NotEmpty(styles);
        Assert.Equal("[]", inbox);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.False(await Answers(sandbox.Site));
        Assert.False(await Answers(sandbox.StandIns));
    }

    [Fact]
    public async Task Starts_over_when_told()
    {
        var mails = folder.CreateSubdirectory("mails");
        await File.WriteAllTextAsync(Path.Combine(mails.FullName, "old.json"), "what an old version wrote");
        using var sandbox = new SandboxProcess(folder.FullName, options: "--reset");

        await sandbox.Ready();

        Assert.Empty(mails.EnumerateFiles());
    }

    [Fact]
    public async Task Says_that_a_port_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refusal = await Refusal(folder.FullName, port);

        Assert.StartsWith($"Port {port} is taken", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_folder_alone_that_another_sandbox_uses()
    {
        using var other = new SandboxProcess(folder.FullName);
        await other.Ready();

        var refusal = await Refusal(folder.FullName);

        Assert.Contains("another sandbox uses it", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_folder_cannot_be_written()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");

        var refusal = await Refusal(Path.Combine(file, "below"));

        Assert.StartsWith($"The folder {Path.Combine(file, "below")} cannot be written", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_database_is_newer()
    {
        NewerDatabase.In(folder.FullName);

        var refusal = await Refusal(folder.FullName);

        Assert.Contains("newer version", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_runs_in_production()
    {
        var refusal = await Refusal(folder.FullName, environment: "Production");

        Assert.StartsWith("The sandbox never runs in Production", refusal, StringComparison.Ordinal);
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<string> Refusal(string folder, int? sitePort = null, string? environment = null)
    {
        using var sandbox = new SandboxProcess(folder, sitePort, environment);
        var (exitCode, errors) = await sandbox.End();
        Assert.Equal(1, exitCode);
        return Assert.Single(errors.Split('\n'));
    }

    private static async Task<bool> Answers(Uri address)
    {
        using var http = new HttpClient();
        try
        {
            await http.GetAsync(address);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
