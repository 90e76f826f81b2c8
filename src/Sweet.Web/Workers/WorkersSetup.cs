using Sweet.Web.Hosting;
using Sweet.Web.Workers.Accounts;
using Sweet.Web.Workers.Cohorts;
using Sweet.Web.Workers.Loop;

namespace Sweet.Web.Workers;

public static class WorkersSetup
{
    /// <summary>Somebody waits for the confirmation at that moment; the query is one look into an index.</summary>
    private static readonly TimeSpan OutboxEvery = TimeSpan.FromSeconds(1);

    /// <summary>Four calls for Stripe's lists, and one for each row that is open.</summary>
    private static readonly TimeSpan ReconcileEvery = TimeSpan.FromMinutes(3);

    /// <summary>Somebody waits for the email; the query is one look into a table that is nearly always empty.</summary>
    private static readonly TimeSpan LinksEvery = TimeSpan.FromSeconds(1);

    /// <summary>Well within the time after which the watch calls a work silent.</summary>
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromMinutes(10);

    /// <summary>Two calls while nothing has moved; no page waits for it.</summary>
    private static readonly TimeSpan BalanceEvery = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Unhurried = TimeSpan.FromMinutes(1);

    public static void AddWorkers(this WebApplicationBuilder builder)
    {
        builder.Services.AddWork<OutboxWork>(onAllInstances: true, every: OutboxEvery);
        builder.Services.AddWork<LinkRequestsWork>(onAllInstances: true, every: LinksEvery);
        builder.Services.AddWork<PasswordResetsWork>(onAllInstances: true, every: LinksEvery);
        builder.Services.AddWork<HoldsWork>();
        builder.Services.AddWork<OffersWork>();
        builder.Services.AddWork<RefundsWork>();
        builder.Services.AddWork<CancellationsWork>();
        builder.Services.AddWork<CohortNewsWork>();
        builder.Services.AddWork<ReconcileWork>(every: ReconcileEvery);
        builder.Services.AddWork<BalanceWork>(every: BalanceEvery);
        builder.Services.AddWork<AnnouncementsWork>(every: Unhurried);
        builder.Services.AddWork<CohortMessagesWork>();
        builder.Services.AddWork<RemindersWork>(every: Unhurried);
        builder.Services.AddWork<DigestWork>(every: Unhurried);
        builder.Services.AddWork<StaffSessionsWork>(onAllInstances: true, every: Unhurried);
        builder.Services.AddWork<StaffForgettingWork>(every: ForgetEvery);
        builder.Services.AddSingleton<WatchedWork>();
        builder.Services.AddTimelyCheck<WorkersHealth>("workers");
        builder.Services.AddWork<WatchWork>(onAllInstances: true, every: Unhurried);
    }
}
