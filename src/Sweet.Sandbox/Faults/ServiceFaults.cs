namespace Sweet.Sandbox.Faults;

/// <summary>What goes wrong, for each service apart.</summary>
public sealed class ServiceFaults
{
    public PlannedFaults Stripe { get; } = new();

    public PlannedFaults SendGrid { get; } = new();
}
