namespace Sweet.Web.Hosting;

public sealed class WorkerOptions
{
    public const string Section = "Workers";

    /// <summary>How long each worker rests between two rounds; zero switches the workers of this instance off.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After about so many calls to Stripe a turn of the reconciliation ends; the next one goes on.</summary>
    public int ReconcileCalls { get; set; } = 300;
}
