using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Web.Data;
using Sweet.Web.Data.Sqlite;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Reconciling;

/// <summary>A site whose database is put back to an older copy; Stripe alone knows what happened since.</summary>
public abstract class RestoreStory : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-drill-");

    protected RestoreStory() => Given = new Given(Site);

    protected SiteFactory Site { get; } = SiteFactory.OnSqlite();

    protected Given Given { get; }

    private string Copy => Path.Combine(folder.FullName, "copy.db");

    public Task InitializeAsync() => Site.InitializeAsync();

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    protected async Task Pay(IReadOnlyList<Page> pages, bool sendMail = true)
    {
        foreach (var page in pages) await Site.StandIns.Stripe.Pay(await page.GoToPay());
        if (sendMail) await Site.SendMail();
    }

    protected Task Withdraw(Page page) => Withdraw(page.Token());

    protected Task Withdraw(string linkToken) => Site.Db(db => db.InTransaction(
        async transaction =>
        {
            var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.LinkToken == linkToken);
            await db.LockCohort(enrollment.CohortId, default);
            enrollment.Cohort.Withdraw(enrollment, classesCounted: null, Actor.Student, Site.Now);
            await transaction.SaveAndCommit(CancellationToken.None);
        },
        default));

    protected Task BackUp() => Site.Db(db => new SqliteCopies(db, Site.Clock).BackUp(Copy, default));

    protected async Task Restore()
    {
        // The site stops: nothing is under way, and it has no connection any more.
        await Site.StandIns.Webhooks.Idle();
        SqliteConnection.ClearAllPools();
        await Site.Db(db => new SqliteCopies(db, Site.Clock).Restore(Copy, overwrites: true, default));
    }

    /// <summary>All that students have received so far.</summary>
    protected async Task<IReadOnlyList<string>> Mailed()
    {
        await Site.SendMail();
        return [.. Site.StandIns.Inbox.Mails.SelectMany(mail => mail.To).Select(party => party.Email).Where(to => !to.StartsWith("staff", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
