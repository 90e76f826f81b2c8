namespace Sweet.Web.Workers;

/// <summary>What an instance does by itself, round after round.</summary>
public interface IWork
{
    /// <summary>Names its row among the leases; never changes.</summary>
    string Name { get; }

    /// <summary>One round: everything that is due now. May be repeated at any time.</summary>
    Task RunOnce(CancellationToken ct);
}
