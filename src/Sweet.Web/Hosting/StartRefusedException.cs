namespace Sweet.Web.Hosting;

/// <summary>The process cannot do what it was started for. The message is all that the person who started it sees.</summary>
public sealed class StartRefusedException(string message, int exitCode = StartRefusedException.Failed) : Exception(message)
{
    public const int Failed = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Misused = 2;

    public int ExitCode { get; } = exitCode;
}
