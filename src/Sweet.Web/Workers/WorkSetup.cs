using Sweet.Web.Hosting.Workers;

namespace Sweet.Web.Workers;

public static class WorkSetup
{
    /// <summary>Each open row costs a call to Stripe.</summary>
    private static readonly TimeSpan ReconcileEvery = TimeSpan.FromMinutes(3);

    public static void AddWorkers(this WebApplicationBuilder builder)
    {
        builder.Services.AddWork<EndHolds>();
        builder.Services.AddScoped<SendRefund>();
        builder.Services.AddWork<SendRefunds>();
        builder.Services.AddWork<Reconcile>(every: ReconcileEvery);
    }
}
