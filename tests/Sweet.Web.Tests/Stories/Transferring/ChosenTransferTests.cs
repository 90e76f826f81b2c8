using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Transferring;

/// <summary>Several people of a roster move to another cohort: named with their sums before, and with what came of it afterward.</summary>
public sealed class ChosenTransferTests : PaidStory
{
    private const long Price = 59_700;

    private static readonly DateTime Later = new(2027, 2, 9, 19, 0, 0, DateTimeKind.Unspecified);

    [Fact]
    public async Task Each_is_named_with_what_will_happen_and_then_with_what_came_of_it()
    {
        var (from, to) = await Two();
        await FourKinds(from);
        var admin = await StaffVisitor.Admin(Site);

        var choice = await (await Selection(admin, from)).Click("Transfer them");
        var asked = await admin.Open($"{choice.Address}&to={to.Id}");
        var done = await asked.Submit("Transfer 3 people");

        Assert.Contains("30 of 30 free", choice.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Ana Adams|Moves at once||",
                "Ben Brown|Pays $100.00 by link, and keeps this seat until it is paid, unless we waive it|$100.00|",
                "Cara Cole|Moves at once; $100.00 goes back||$100.00",
            ],
            Rows(asked).Take(3));
        Assert.StartsWith("Dan Diaz|Stays. A bank contests the payment", Rows(asked)[3], StringComparison.Ordinal);
        Assert.Equal("Total|Moving at once: 2. Paying first: 1. Staying: 1.|$100.00|$100.00", Row(asked.Document.QuerySelector("tfoot tr")!));
        Assert.Contains("Moved: 2. Waiting for payment: 1. Not moved: 1.", done.Text, StringComparison.Ordinal);
        Assert.Equal(["Moved", "Waits for payment", "Moved", "Not moved"], States(done));
        Assert.Contains("waits for $100.00 until", done.Text, StringComparison.Ordinal);
        Assert.Contains("A bank contests the payment", done.Text, StringComparison.Ordinal);
        Assert.Equal((2, 3), (await SeatsTaken(from), await SeatsTaken(to)));
        Assert.Equal(10_000, Assert.Single(await Refunds()).AmountMinor);
        Assert.Contains(await Subjects("ben@clinic.example"), s => s.Contains("Move to other dates: $100.00 to pay", StringComparison.Ordinal));
        Assert.DoesNotContain(await Subjects("dan@clinic.example"), s => s.Contains("other dates", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pressed_twice_it_moves_no_one_twice_and_says_the_same_again()
    {
        var (from, to) = await Two();
        await FourKinds(from);
        var admin = await StaffVisitor.Admin(Site);
        var asked = await Asked(admin, from, to);

        var once = await asked.Submit("Transfer 3 people");
        var twice = await asked.Submit("Transfer 3 people");
        var later = await admin.Open(once.Address);

        Assert.Equal([303, 200], twice.Statuses);
        Assert.All([twice, later], page => Assert.Equal(Rows(once), Rows(page)));
        Assert.Equal(7, await Site.Db(db => db.Enrollments.CountAsync()));
        Assert.Equal((2, 3), (await SeatsTaken(from), await SeatsTaken(to)));
    }

    [Fact]
    public async Task The_page_afterward_follows_the_payment()
    {
        var (from, to) = await Two();
        await Seat(from, "Ben Brown", 49_700);
        var admin = await StaffVisitor.Admin(Site);
        var done = await (await Asked(admin, from, to)).Submit("Transfer 1 person");
        var link = await Site.Db(db => db.Enrollments.Where(e => e.CohortId == to.Id).Select(e => e.LinkToken).SingleAsync());

        await Stripe.Pay(await (await Site.NewVisitor().Open($"/enrollments/{link}")).GoToPay());

        Assert.Equal(["Waits for payment"], States(done));
        Assert.Equal(["Moved"], States(await done.Reload()));
    }

    [Fact]
    public async Task Too_few_seats_are_said_before_and_those_move_who_come_first()
    {
        var (from, to) = await Two(seats: 1);
        await Seat(from, "Ana Adams");
        await Seat(from, "Ben Brown");
        var admin = await StaffVisitor.Admin(Site);

        var asked = await Asked(admin, from, to);
        var done = await asked.Submit("Transfer 1 person");
        await Given.OpenCohort(firstClassLocal: Later.AddDays(7));
        var over = await Asked(admin, from, to);

        Assert.Contains("Only one seat is free there, and 2 of these people could move.", asked.Text, StringComparison.Ordinal);
        Assert.StartsWith("Ben Brown|Stays. The last free seat there was taken", Rows(asked)[1], StringComparison.Ordinal);
        Assert.Equal(["Moved", "Not moved"], States(done));
        Assert.Equal((1, 1), (await SeatsTaken(from), await SeatsTaken(to)));
        Assert.Contains("takes no one anymore", over.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_move_by_then_stops_no_one_else()
    {
        var (from, to) = await Two();
        var first = await Seat(from, "Ana Adams");
        await Seat(from, "Ben Brown");
        var admin = await StaffVisitor.Admin(Site);
        var asked = await Asked(admin, from, to);
        await Withdraw(first);

        var done = await asked.Submit("Transfer 2 people");

        Assert.Equal(["Not moved", "Moved"], States(done));
        Assert.Contains("Only a paid seat moves.", Rows(done)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_fails_is_named_and_stops_no_one_else()
    {
        var (from, to) = await Two();
        await Seat(from, "Ana Adams");
        await Seat(from, "Ben Brown");
        var admin = await StaffVisitor.Admin(Site);
        var asked = await Asked(admin, from, to);
        await Site.Db(db => db.Database.ExecuteSqlAsync($"UPDATE Enrollments SET Profession = 'Unreadable' WHERE FirstName = 'Ana'"));

        var done = await asked.Submit("Transfer 2 people");

        Assert.Equal(["Not moved", "Moved"], States(done));
        Assert.Contains("It failed on our side, and nothing has changed.", Rows(done)[0], StringComparison.Ordinal);
        Assert.Equal((1, 1), (await SeatsTaken(from), await SeatsTaken(to)));
    }

    [Fact]
    public async Task Another_sum_than_the_one_that_was_shown_moves_no_one()
    {
        var (from, to) = await Two();
        await Seat(from, "Ana Adams");
        var admin = await StaffVisitor.Admin(Site);
        var asked = await Asked(admin, from, to);
        await SetPrice(to, 69_700);

        var done = await asked.Submit("Transfer 1 person");

        Assert.Contains("The sum has changed", Rows(done)[0], StringComparison.Ordinal);
        Assert.Equal(0, await SeatsTaken(to));
    }

    [Fact]
    public async Task Waiving_wants_a_reason_which_only_those_get_who_would_have_paid()
    {
        var (from, to) = await Two();
        await Seat(from, "Ana Adams");
        await Seat(from, "Ben Brown", 49_700);
        var admin = await StaffVisitor.Admin(Site);

        var again = await (await Asked(admin, from, to)).Submit(f => f.Fill("Difference", "Waive"));
        var done = await again.Submit(f => f.Fill("Reason", "We moved the dates."));

        Assert.Equal((422, "Enter the reason why we waive it"), (again.Status, again.ProblemOf("Reason")));
        Assert.Equal(["Moved", "Moved"], States(done));
        var pages = done.Document.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.DoesNotContain("We moved the dates.", (await admin.Open(pages[0])).Text, StringComparison.Ordinal);
        Assert.Contains("We moved the dates.", (await admin.Open(pages[1])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_are_chosen_the_page_asks_the_database_as_often()
    {
        var (from, to) = await Two();
        await FourKinds(from);
        var admin = await StaffVisitor.Admin(Site);
        var address = $"/admin/cohorts/{from.Id}/roster/transfers/new?to={to.Id}&{await Picks(from)}";
        Site.Statements.Take();

        await admin.Open(address);

        Assert.InRange(Site.Statements.Take().Count, 1, 8);
    }

    [Fact]
    public async Task Without_anyone_a_cohort_or_a_seat_the_page_says_so()
    {
        var from = await Given.OpenCohort();
        var other = await Given.OpenCohort();
        await Seat(other, "Ana Adams");
        var admin = await StaffVisitor.Admin(Site);
        var page = $"/admin/cohorts/{from.Id}/roster/transfers";
        var many = string.Join('&', Enumerable.Range(1, 51).Select(id => $"pick={id}"));

        Assert.Contains("No one is chosen", (await admin.Open($"{page}/new")).Text, StringComparison.Ordinal);
        Assert.Contains("At most 50 people", (await admin.Open($"{page}/new?{many}")).Text, StringComparison.Ordinal);
        Assert.Contains("No one of them can move there", (await admin.Open($"{page}/new?{await Picks(other)}&to={other.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal($"/admin/cohorts/{from.Id}/roster", (await admin.Open(page)).Address);
        Assert.Equal(200, (await admin.Open($"{page}?to={other.Id}&pick=x&not=1:99&not=2:&not=3:Full&{await Picks(other)}")).Status);
        Assert.Equal(404, (await admin.Open("/admin/cohorts/0/roster/transfers/new")).Status);
    }

    private async Task<(Cohort From, Cohort To)> Two(int seats = 30) =>
        (await Given.OpenCohort(), await Given.OpenCohort(seats, price: new Domain.Money(Price, "USD"), firstClassLocal: Later));

    /// <summary>One at the same price, one who paid less, one who paid more, and one whose bank contests the payment.</summary>
    private async Task FourKinds(Cohort from)
    {
        await Seat(from, "Ana Adams");
        await Seat(from, "Ben Brown", 49_700);
        await Seat(from, "Cara Cole", 69_700);
        await Seat(from, "Dan Diaz");
        await Stripe.Dispute(Stripe.PaymentIntents[^1].Id);
    }

    private async Task<Page> Seat(Cohort cohort, string name, long price = Price)
    {
        await SetPrice(cohort, price);
        var names = name.Split(' ');
        var held = await Site.NewVisitor().Register(
            cohort, $"{names[0].ToLowerInvariant()}@clinic.example", change: f => f.Fill("First name", names[0]).Fill("Last name", names[1]));
        await Stripe.Pay(await held.GoToPay());
        return await held.Reload();
    }

    private Task<int> SetPrice(Cohort cohort, long price) =>
        Site.Db(db => db.Cohorts.Where(c => c.Id == cohort.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.PriceMinor, price)));

    private async Task<string> Picks(Cohort cohort) => string.Join('&', (await Site.Db(db =>
        db.Enrollments.Where(e => e.CohortId == cohort.Id).OrderByDescending(e => e.Id).Select(e => e.Id).ToListAsync())).Select(id => $"pick={id}"));

    private async Task<Page> Selection(StaffVisitor admin, Cohort from) =>
        await admin.Open($"/admin/cohorts/{from.Id}/roster/selection?{await Picks(from)}");

    private async Task<Page> Asked(StaffVisitor admin, Cohort from, Cohort to) =>
        await admin.Open($"/admin/cohorts/{from.Id}/roster/transfers/new?to={to.Id}&{await Picks(from)}");

    private static IReadOnlyList<string> States(Page page) => [.. page.Document.QuerySelectorAll("tbody .status").Select(Read)];

    private static IReadOnlyList<string> Rows(Page page) => [.. page.Document.QuerySelectorAll("tbody tr").Select(Row)];

    private static string Row(IElement row) => string.Join('|', row.Children.Select(cell => Read(cell.QuerySelector("br") is null ? cell : NameIn(cell))));

    // The number of the enrollment stands below it.
    private static INode NameIn(IElement cell) => cell.QuerySelector("a") ?? cell.FirstChild!;

    private static string Read(INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
