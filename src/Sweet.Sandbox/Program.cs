using Sweet.Sandbox.Launcher;
using Sweet.Web.Hosting;

try
{
    await SandboxRun.Start(SandboxArguments.Read(args), TimeProvider.System);
    return 0;
}
catch (SandboxRefusal refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return refusal.ExitCode;
}
catch (StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return refusal.ExitCode;
}
