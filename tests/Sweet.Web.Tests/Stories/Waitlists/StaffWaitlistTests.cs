using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Waitlists;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Waitlists;

public sealed class StaffWaitlistTests : WaitlistStory
{
    private const string Noor = "noor@clinic.example";
    private const string Liam = "liam@clinic.example";

    [Fact]
    public async Task An_admin_sees_the_line_and_an_empty_one_says_what_comes_next()
    {
        var (cohort, _) = await Full();
        await Join(cohort, Noor);
        var empty = await Given.OpenCohort();
        var admin = await StaffVisitor.Admin(Site);

        var all = await admin.Open("/admin/waitlists");
        var line = await admin.Open($"/admin/cohorts/{cohort.Id}/waitlist");
        var none = await admin.Open($"/admin/cohorts/{empty.Id}/waitlist");

        Assert.Contains(all.Links, link => link.StartsWith("IPT", StringComparison.Ordinal));
        Assert.Contains(Noor, line.Text, StringComparison.Ordinal);
        Assert.Contains("0 + 0 + 1 + 0 + 0 = 1", line.Text, StringComparison.Ordinal);
        Assert.Contains("Once the cohort is full, its page offers the line by itself.", none.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await admin.Open("/admin/cohorts/999/waitlist")).Status);
    }

    [Fact]
    public async Task A_move_wants_a_reason_stays_in_the_history_and_is_undone()
    {
        var (cohort, _) = await Full();
        await Join(cohort, Noor);
        await Join(cohort, Liam);
        var admin = await StaffVisitor.Admin(Site);

        var form = await (await admin.Open($"/admin/cohorts/{cohort.Id}/waitlist")).Click("Up: Noor Haddad");
        var again = await form.Submit();
        var moved = await form.Submit(f => f.Fill("Reason", "Wrote first."));

        Assert.Equal((422, "Enter the reason"), (again.Status, again.ProblemOf("Reason")));
        Assert.Equal([Liam, Noor], await Order());
        Assert.Contains("was moved from place 2 to 1: Wrote first.", moved.Text, StringComparison.Ordinal);
        var kept = await Site.Db(db => db.History.SingleAsync(h => h.Subject == WaitlistEntry.MoveSubject));
        Assert.Equal((ActorKind.Staff, await admin.Id()), (kept.ActorKind, kept.ActorReference));

        await moved.Submit("Undo the move of Noor Haddad");

        Assert.Equal([Noor, Liam], await Order());
    }

    [Fact]
    public async Task A_seat_is_offered_by_hand_only_while_one_is_free_and_once()
    {
        var (cohort, seated) = await Full();
        await Join(cohort, Noor);
        await Join(cohort, Liam);
        var admin = await StaffVisitor.Admin(Site);
        var (ofLiam, ofNoor) = ($"/admin/waitlist-entries/{(await Entry(Liam)).Id}/offers/new", $"/admin/waitlist-entries/{(await Entry(Noor)).Id}/offers/new");

        var early = await admin.Open(ofLiam);
        await GiveBack(seated);
        var (form, late) = (await admin.Open(ofLiam), await admin.Open(ofNoor));
        var offered = await form.Submit(f => f.Fill("Reason", "Started already last year."));
        await form.Submit(f => f.Fill("Reason", "Started already last year."));

        var refused = await late.Submit(f => f.Fill("Reason", "Started already last year."));

        Assert.Contains("no seat is free", early.Alert, StringComparison.Ordinal);
        Assert.False(early.HasForm);
        Assert.Equal(422, refused.Status);
        Assert.Contains("no seat is free", refused.Alert, StringComparison.Ordinal);
        Assert.Contains("Started already last year.", refused.Body, StringComparison.Ordinal);
        Assert.Contains("1 offer is open", offered.Text, StringComparison.Ordinal);
        Assert.Equal((WaitlistStatus.Waiting, WaitlistStatus.Offered), ((await Entry(Noor)).Status, (await Entry(Liam)).Status));
        Assert.Single(await Subjects(Liam), s => s.Contains("A seat is yours until", StringComparison.Ordinal));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task The_first_who_waits_has_number_1_whoever_has_an_offer()
    {
        var (cohort, seated) = await Full();
        await Join(cohort, Noor);
        await Join(cohort, Liam);
        await GiveBack(seated);
        await OfferSeats();

        var line = await (await StaffVisitor.Admin(Site)).Open($"/admin/cohorts/{cohort.Id}/waitlist");

        Assert.Equal(["offered", "1"], line.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Single(line.Document.QuerySelector("td .status.offered")!.ChildNodes);
        // Half a square, as the word beside it is drawn.
        var seat = line.Document.QuerySelector("svg.fill rect.offered")!;
        Assert.Equal((".5", ".5"), (seat.GetAttribute("y"), seat.GetAttribute("height")));
    }

    [Fact]
    public async Task Withdrawing_an_offer_gives_the_seat_to_the_next()
    {
        var (cohort, seated) = await Full();
        await Join(cohort, Noor);
        await Join(cohort, Liam);
        await GiveBack(seated);
        await OfferSeats();
        var admin = await StaffVisitor.Admin(Site);

        var form = await (await admin.Open($"/admin/cohorts/{cohort.Id}/waitlist")).Click("Withdraw the offer: Noor Haddad");
        await form.Submit(f => f.Fill("Reason", "Asked us to."));
        await form.Submit(f => f.Fill("Reason", "Asked us to."));

        Assert.Equal((WaitlistStatus.Left, WaitlistStatus.Offered), ((await Entry(Noor)).Status, (await Entry(Liam)).Status));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Marketing_sees_no_line()
    {
        var (cohort, _) = await Full();
        var marketing = await StaffVisitor.Marketing(Site);

        Assert.Equal(403, (await marketing.Open($"/admin/cohorts/{cohort.Id}/waitlist")).Status);
        Assert.Equal(403, (await marketing.Open("/admin/waitlists")).Status);
    }

    private Task<List<string>> Order() =>
        Site.Db(db => db.WaitlistEntries.OrderBy(e => e.Position).Select(e => e.EmailKey).ToListAsync());
}
