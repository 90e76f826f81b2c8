using CsCheck;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>
/// Two people with one address, which only one of them reads. Whatever the stranger does in between, in whatever order: the
/// seat that its owner has paid stays the owner's, and what the owner has taken nobody else opens.
/// </summary>
public sealed class OwnerAndStrangerTests : Story
{
    private const int Sequences = 60;

    private static readonly What[] Weighted =
        [.. Enum.GetValues<What>(), .. Enumerable.Repeat(What.StrangerRegisters, 3), .. Enumerable.Repeat(What.OwnerActs, 3), .. Enumerable.Repeat(What.OwnerPays, 3), What.NewsArrive];

    private static readonly Gen<What[]> Acts = Gen.Int[0, Weighted.Length - 1].Select(at => Weighted[at]).Array[8, 25];

    private enum What
    {
        StrangerRegisters,
        StrangerGoesToPay,
        StrangerPays,
        StrangerPaysByBank,
        StrangersBankPays,
        StrangersBankRefuses,
        StrangerWritesAnotherName,
        StrangerWritesAnotherAddress,
        StrangerReplacesTheLink,
        StrangerGivesBack,
        StrangerWithdraws,
        OwnerActs,
        OwnerPays,
        NewsArrive,
        FortyMinutesPass,
    }

    [Fact]
    public async Task The_owner_never_loses_a_place_that_was_paid()
    {
        Site.StandIns.Webhooks.HoldBack();
        var kept = 0;
        for (var n = 1; n <= Sequences; n++)
        {
            var seed = new PCG(1, (ulong)n).ToString();
            await Acts.SampleAsync(async acts => kept += await Play(acts) ? 1 : 0, seed: seed, iter: 1, threads: 1, print: acts => string.Join(", ", acts));
        }

        Assert.InRange(kept, 10, Sequences);
    }

    /// <returns>Whether the owner had paid, and so had something to lose.</returns>
    private async Task<bool> Play(What[] acts)
    {
        Site.Pass(TimeSpan.FromDays(2));
        var cohort = await Given.OpenCohort(firstClassLocal: DateTime.SpecifyKind(Site.Now.Date.AddDays(50).AddHours(19), DateTimeKind.Unspecified), change: c => c.SetRegistration(Site.Now.AddDays(-1), Site.Now.AddDays(40), Site.Now));
        var two = new OwnerAndStranger(Site, cohort);
        foreach (var act in acts)
        {
            await Do(act, two);
            await two.AssertOwnerKeepsWhatIsTheirs();
        }

        await Site.StandIns.Webhooks.DeliverWaiting();
        await two.AssertOwnerKeepsWhatIsTheirs();
        return two.HasPaid;
    }

    private Task Do(What act, OwnerAndStranger two) => act switch
    {
        What.StrangerRegisters => two.Stranger.Register(two.Form),
        What.StrangerGoesToPay => two.Stranger.GoToPay(),
        What.StrangerPays => two.Stranger.Pay(),
        What.StrangerPaysByBank => two.Stranger.PayByBank(),
        What.StrangersBankPays => two.Stranger.BankPays(),
        What.StrangersBankRefuses => two.Stranger.BankRefuses(),
        What.StrangerWritesAnotherName => two.StrangerWrites("First name", "Thief"),
        What.StrangerWritesAnotherAddress => two.StrangerWrites("Email address", $"thief{Guid.NewGuid():N}@evil.example"),
        What.StrangerReplacesTheLink => two.StrangerPresses("/link-replacements/new"),
        What.StrangerGivesBack => two.Stranger.GiveBack(),
        What.StrangerWithdraws => two.Stranger.Withdraw(),
        What.OwnerActs => two.OwnerActs(),
        What.OwnerPays => two.OwnerPays(),
        What.NewsArrive => Site.StandIns.Webhooks.DeliverWaiting(),
        _ => Wait(),
    };

    private async Task Wait()
    {
        Site.Pass(TimeSpan.FromMinutes(40));
        await Site.StandIns.Tick();
        await Site.EndHolds();
    }
}

/// <summary>The stranger has a browser; the owner another one, and the emails.</summary>
internal sealed class OwnerAndStranger
{
    private static int last;

    private readonly SiteFactory site;
    private readonly Cohort cohort;
    private readonly Visitor strangersBrowser;
    private readonly Visitor owner;
    private readonly string email = $"owner{Interlocked.Increment(ref last)}@clinic.example";
    private readonly HashSet<int> taken = [];
    private int? paid;

    public OwnerAndStranger(SiteFactory site, Cohort cohort)
    {
        (this.site, this.cohort) = (site, cohort);
        (strangersBrowser, owner) = (site.NewVisitor(), site.NewVisitor());
        Stranger = new ModelledStudent(strangersBrowser, site.StandIns.Stripe, email);
    }

    public ModelledStudent Stranger { get; }

    public string Form => $"/cohorts/{cohort.Reference}/enrollments/new";

    public bool HasPaid => paid is not null;

    public async Task StrangerWrites(string field, string text)
    {
        if (Stranger.Place is null) return;

        var edit = await strangersBrowser.Open($"{Stranger.Place}/details/edit");
        if (edit.HasForm && (field != "Email address" || edit.Text.Contains(field, StringComparison.Ordinal))) await edit.Submit(form => form.Fill(field, text));
    }

    public async Task StrangerPresses(string path)
    {
        if (Stranger.Place is null) return;

        var page = await strangersBrowser.Open(Stranger.Place + path);
        if (page.HasForm) await page.Submit();
    }

    /// <summary>Opens the link of the newest email, makes the page theirs alone, and writes their own name.</summary>
    public async Task<Page?> OwnerActs()
    {
        if (await Mailed() is not { } link) return null;

        var page = await owner.Open(link);
        if (page.Status != 200) return null;
        if (page.Buttons.Contains("Make it mine alone")) page = await page.Submit("Make it mine alone");
        if (page.Status != 200) return null;

        var token = page.Token();
        taken.Add(await site.Db(db => db.Enrollments.Where(e => e.LinkToken == token).Select(e => e.Id).SingleAsync()));
        var edit = await owner.Open($"{page.Address}/details/edit");
        if (edit.HasForm) await edit.Submit(form => form.Fill("First name", "Owner"));
        return await page.Reload();
    }

    public async Task OwnerPays()
    {
        if (await OwnerActs() is not { } page || !page.Buttons.Contains("Continue to payment")) return;

        var away = await page.Submit("Continue to payment");
        if (away.LeadsTo is null || !await site.StandIns.Stripe.TryPay(away.LeadsTo)) return;

        await site.StandIns.Webhooks.DeliverWaiting();
        var token = page.Token();
        paid ??= await site.Db(db => db.Enrollments.Where(e => e.LinkToken == token).Select(e => e.Id).SingleAsync());
    }

    public async Task AssertOwnerKeepsWhatIsTheirs()
    {
        foreach (var id in taken)
        {
            var enrollment = await site.Db(db => db.Enrollments.AsNoTracking().SingleAsync(e => e.Id == id));
            Assert.Equal(email, enrollment.EmailKey);
            Assert.NotEqual("Thief", enrollment.IsLive ? enrollment.FirstName : "");
            if (id == paid) Assert.Equal(("Owner", EnrollmentStatus.Confirmed), (enrollment.FirstName, enrollment.Status));
            if (Stranger.Place is { } place && enrollment.LinkToken == place.Split('/')[2]) Assert.Fail("The stranger has the owner's link.");
        }
    }

    // The link request is refused silently once the address has had its emails of the day; those lead to what they were about.
    private async Task<string?> Mailed()
    {
        site.Pass(TimeSpan.FromMinutes(11));
        var ask = await owner.Open("/my-enrollments");
        await ask.Submit(form => form.Fill("Email", email));
        var mails = await site.MailsTo(email);
        var newest = mails.LastOrDefault(mail => mail.Text!.Contains("/enrollments/", StringComparison.Ordinal));
        return newest?.Link();
    }
}
