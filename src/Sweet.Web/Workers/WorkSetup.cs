using Sweet.Web.Hosting.Workers;
using Sweet.Web.Workers.Reconciling;

namespace Sweet.Web.Workers;

public static class WorkSetup
{
    /// <summary>Four calls for Stripe's lists, and one for each row that is open.</summary>
    private static readonly TimeSpan ReconcileEvery = TimeSpan.FromMinutes(3);

    /// <summary>Somebody waits for the mail; the query is one look into a table that is nearly always empty.</summary>
    private static readonly TimeSpan LinksEvery = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Unhurried = TimeSpan.FromMinutes(1);

    public static void AddWorkers(this WebApplicationBuilder builder)
    {
        builder.Services.AddWork<AnswerLinkRequests>(onAllInstances: true, every: LinksEvery);
        builder.Services.AddWork<EndHolds>();
        builder.Services.AddScoped<RefundAttempts>();
        builder.Services.AddScoped<RefusedRefund>();
        builder.Services.AddScoped<SendRefund>();
        builder.Services.AddScoped<StuckRefunds>();
        builder.Services.AddWork<SendRefunds>();
        builder.Services.AddScoped<RunCases>();
        builder.Services.AddScoped<RunBook>();
        builder.Services.AddScoped<OverdueHolds>();
        builder.Services.AddScoped<OurRows>();
        builder.Services.AddScoped<StripeObjects>();
        builder.Services.AddScoped<UnsettledObjects>();
        builder.Services.AddScoped<RunParts>();
        builder.Services.AddScoped<SettleEach>();
        builder.Services.AddWork<Reconcile>(every: ReconcileEvery);
        builder.Services.AddWork<AnnounceCohorts>(every: Unhurried);
        builder.Services.AddWork<SendDigest>(every: Unhurried);
        builder.Services.AddSingleton<WatchedWork>();
        builder.Services.AddWork<Watch>(onAllInstances: true, every: Unhurried);
    }
}
