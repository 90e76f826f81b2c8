using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Tests;
using Sweet.Web.Data;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;
using Sweet.Web.Workers.Cohorts;

namespace Sweet.Web.Tests.Database;

/// <summary>No statement on the ways of students, of Stripe and of the workers reads the whole of a table that grows.</summary>
public sealed partial class StatementPlansTests : IAsyncLifetime
{
    // Not ReconciliationRuns, which is read from its newest row until one fits; nor what is deleted once it is done.
    private static readonly HashSet<string> Growing = new(StringComparer.Ordinal)
    {
        "Checkouts", "CohortRecipients", "CourseInterests", "Disputes", "EmailChanges", "Enrollments", "History", "Messages", "OpenCases", "Orders",
        "Payments", "Refunds", "RetiredLinks", "StripeEvents",
    };

    private readonly SiteFactory site = SiteFactory.OnSqlite();

    public Task InitializeAsync() => site.InitializeAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Registering_scans_nothing_that_grows()
    {
        var cohort = await new Given(site).OpenCohort();
        site.Statements.Take();

        await site.NewVisitor().Register(cohort);

        await AssertNoScan();
    }

    [Fact]
    public async Task Registering_asks_once_between_its_lock_and_the_rows_that_it_writes()
    {
        await EnrollFromClinic();

        Assert.Equal(
            ["UPDATE Cohorts", "SELECT", "UPDATE Cohorts", "INSERT Enrollments", "INSERT History", "INSERT Messages", "INSERT Orders"],
            site.Statements.Take().Select(InShort));
    }

    [Fact]
    public async Task What_a_network_holds_is_counted_in_an_index()
    {
        await EnrollFromClinic();

        var counting = site.Statements.Take().Single(s => InShort(s) == "SELECT");
        var plan = await site.Db(db => Plan(db, counting));
        Assert.Equal(3, plan.Count(step => step.Contains("USING COVERING INDEX IX_Enrollments_ClientKey", StringComparison.Ordinal)));
        Assert.Contains(plan, step => step.Contains("USING COVERING INDEX IX_Enrollments_BrowserKey", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => IsScan(step, counting, ScannedOrByState()));
    }

    [Fact]
    public async Task Paying_and_its_news_scan_nothing_that_grows()
    {
        var held = await site.NewVisitor().Register(await new Given(site).OpenCohort());
        site.Statements.Take();

        var session = await held.GoToPay();
        await site.StandIns.Stripe.Pay(session);
        await site.NewVisitor().Open(site.StandIns.Stripe.Session(session).SuccessUrl!);
        await held.Reload();

        await AssertNoScan();
    }

    [Fact]
    public async Task Withdrawing_and_its_refund_scan_nothing_that_grows()
    {
        var held = await site.NewVisitor().Register(await new Given(site).OpenCohort());
        await site.StandIns.Stripe.Pay(await held.GoToPay());
        site.Statements.Take();

        await (await (await held.Reload()).Click("Withdraw")).Submit();
        await AssertNoScan();
        await site.SendRefunds();
        await AssertNoScan(Scanned());
        Assert.Single(await site.Db(db => db.Refunds.Where(r => r.Status != RefundStatus.Requested).ToListAsync()));
    }

    [Fact]
    public async Task Comparing_with_Stripe_scans_nothing_that_grows()
    {
        var held = await site.NewVisitor().Register(await new Given(site).OpenCohort());
        await site.StandIns.Stripe.Pay(await held.GoToPay());
        await (await (await held.Reload()).Click("Withdraw")).Submit();
        await site.SendRefunds();
        await site.StandIns.Stripe.Dispute(site.StandIns.Stripe.PaymentIntents.Single().Id);
        site.Statements.Take();

        await site.Reconcile();

        await AssertNoScan(Scanned());
    }

    [Fact]
    public async Task A_round_of_each_worker_scans_nothing_that_grows()
    {
        await site.NewVisitor().Register(await new Given(site).OpenCohort());
        site.Statements.Take();

        await site.Tick<LinkRequestsWork>();
        await site.SendMail();
        await site.EndHolds();
        await site.SendRefunds();
        await site.Tick<AnnouncementsWork>();
        await site.Tick<DigestWork>();
        await site.Tick<WatchWork>();
        await site.Tick<CohortMessagesWork>();
        await site.Tick<RemindersWork>();

        // What waits for a worker is told by its state, and does not grow.
        await AssertNoScan(Scanned());
    }

    private async Task EnrollFromClinic()
    {
        var cohort = await new Given(site).OpenCohort();
        var client = new Client("203.0.113.7", BrowserKey: "a browser");
        var applicant = new Applicant(Some.Student(), new Origin(null, null, null), Payer: null, cohort.PriceMinor, client);
        site.Statements.Take();
        Assert.IsType<SeatHeld>(await site.Do<EnrollStudent, EnrollmentResult>(
            useCase => useCase.Enroll(cohort.Reference, applicant, CancellationToken.None)));
    }

    private static string InShort(string statement) =>
        Written().Match(statement) is { Success: true } written ? $"{written.Groups["verb"].Value} {written.Groups["table"].Value}" : "SELECT";

    private Task AssertNoScan() => AssertNoScan(ScannedOrByState());

    private Task AssertNoScan(Regex scanned) => site.Db(async db =>
    {
        var statements = site.Statements.Take().Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(statements);
        var found = new List<string>();
        foreach (var statement in statements)
            found.AddRange((await Plan(db, statement)).Where(step => IsScan(step, statement, scanned)).Select(scan => $"{scan}: {statement}"));
        Assert.True(found.Count == 0, string.Join("\n\n", found));
    });

    private static bool IsScan(string step, string statement, Regex scanned) =>
        scanned.Match(step) is { Success: true } scan && Growing.Contains(TableOf(statement, scan.Groups["name"].Value));

    private static async Task<List<string>> Plan(SweetDbContext db, string statement)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (var name in Parameters().Matches(statement).Select(m => m.Value).Distinct(StringComparer.Ordinal))
            command.Parameters.AddWithValue(name, DBNull.Value);
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
        return steps;
    }

    // A plan names a table as its statement does.
    private static string TableOf(string statement, string name) =>
        Regex.Match(statement, $"\"(?<table>\\w+)\" AS \"{Regex.Escape(name)}\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } alias
            ? alias.Groups["table"].Value
            : name;

    [GeneratedRegex("^SCAN (?<name>\\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scanned();

    // By its state alone a row is one of thousands on a busy day.
    [GeneratedRegex("^SCAN (?<name>\\w+)|^SEARCH (?<name>\\w+) USING .*\\(Status=\\?\\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ScannedOrByState();

    [GeneratedRegex("^(?<verb>INSERT|UPDATE)( INTO)? \"(?<table>\\w+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();

    [GeneratedRegex("@\\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameters();
}
