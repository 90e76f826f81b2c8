namespace Sweet.Sandbox.Launcher;

/// <summary>The sandbox cannot start. The message is all that the person who started it sees.</summary>
internal sealed class SandboxRefusal(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode => exitCode;
}
