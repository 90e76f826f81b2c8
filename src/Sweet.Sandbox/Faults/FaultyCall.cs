using Sweet.Sandbox.Hosting;

namespace Sweet.Sandbox.Faults;

/// <summary>Does the work of one call with the fault that was planned for it.</summary>
internal sealed class FaultyCall(PlannedFaults faults, TimeProvider clock)
{
    /// <returns>Null when the connection is to break.</returns>
    public async Task<Answer?> Run(Fault? fault, Func<Answer> work, CancellationToken callerGone)
    {
        if (fault is Fault.Breaks { WorkIsDone: false } || !await GetsThere(fault, callerGone))
            return null;

        var answer = work();
        return fault switch
        {
            Fault.Breaks => null,
            Fault.Hangs { WorkIsDone: true } => await IsReleased(callerGone) ? answer : null,
            Fault.Meanwhile { After: { } after } => await Afterwards(after, answer),
            _ => answer,
        };
    }

    private static async Task<Answer> Afterwards(Func<Task> after, Answer answer)
    {
        await after();
        return answer;
    }

    private async Task<bool> GetsThere(Fault? fault, CancellationToken callerGone)
    {
        switch (fault)
        {
            case Fault.Hangs { WorkIsDone: false }:
                return await IsReleased(callerGone);
            case Fault.Meanwhile meanwhile:
                await (meanwhile.Before?.Invoke() ?? Task.CompletedTask);
                return await IsPatient(meanwhile.By, callerGone);
            default:
                return true;
        }
    }

    private async Task<bool> IsReleased(CancellationToken callerGone)
    {
        try
        {
            await faults.Hang(callerGone);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> IsPatient(TimeSpan wait, CancellationToken callerGone)
    {
        try
        {
            await Task.Delay(wait, clock, callerGone);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
