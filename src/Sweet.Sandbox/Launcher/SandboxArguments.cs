using System.Globalization;

namespace Sweet.Sandbox.Launcher;

internal sealed record SandboxArguments
{
    public const string Usage = """
        Usage: dotnet run --project src/Sweet.Sandbox [-- options]
          --reset                 start over: forget database, mails and payments
          --site-port <port>      where the site answers (5080)
          --stand-ins-port <port> where Stripe and SendGrid are played (5090)
          --folder <path>         where everything is kept (.sandbox beside Sweet.sln)
        """;

    public int SitePort { get; private init; } = 5080;

    public int StandInsPort { get; private init; } = 5090;

    public string Folder { get; private init; } = SandboxFolder.Default();

    public bool Reset { get; private init; }

    /// <exception cref="SandboxRefusal">An option is unknown or its value malformed.</exception>
    public static SandboxArguments Read(string[] args)
    {
        var read = new SandboxArguments();
        for (var i = 0; i < args.Length; i++)
        {
            read = args[i] switch
            {
                "--reset" => read with { Reset = true },
                "--site-port" => read with { SitePort = Port(args, ++i) },
                "--stand-ins-port" => read with { StandInsPort = Port(args, ++i) },
                "--folder" => read with { Folder = Path.GetFullPath(Value(args, ++i)) },
                "--help" or "-h" => throw new SandboxRefusal(Usage, exitCode: 0),
                var other => throw Misused($"Unknown option {other}."),
            };
        }

        return read;
    }

    private static int Port(string[] args, int at) =>
        int.TryParse(Value(args, at), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw Misused($"{args[at - 1]} wants a port between 1 and {ushort.MaxValue}.");

    private static string Value(string[] args, int at) =>
        at < args.Length && args[at].Length > 0 ? args[at] : throw Misused($"{args[at - 1]} wants a value.");

    private static SandboxRefusal Misused(string why) => new($"{why}\n{Usage}", exitCode: 2);
}
