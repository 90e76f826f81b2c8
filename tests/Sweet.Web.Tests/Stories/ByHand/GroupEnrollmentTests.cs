using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.ByHand;

/// <summary>An admin pastes a list of people: all of them are enrolled, or none.</summary>
public sealed class GroupEnrollmentTests : HandStory
{
    [Fact]
    public async Task A_list_from_a_spreadsheet_is_enrolled_at_once_and_each_row_says_what_became_of_it()
    {
        var cohort = await Given.OpenCohort();
        var page = await Pasted(cohort, "Name\tEmail\tProfession\nAna Ortiz\tana@clinic.example\tSocial worker\tSW-1\tNew York\nMary Ann Lee\tmary@clinic.example\n");

        Assert.Equal(200, page.Status);
        Assert.Contains("After that, 28 of 30 seats are free.", page.Fact("Seats"), StringComparison.Ordinal);
        Assert.Contains("$597.00 for each is owed by Harbor Clinic", page.Fact("Money"), StringComparison.Ordinal);

        var result = await page.Submit("Enroll 2 people, $1,194.00 invoiced in all");
        var twice = await page.Submit("Enroll 2 people, $1,194.00 invoiced in all");
        await Site.SendMail();

        Assert.Equal([303, 200], result.Statuses);
        Assert.Equal(result.Address, twice.Address);
        Assert.Equal(2, await SeatsTaken(cohort));
        Assert.Contains("$1,194.00 in all, payer: Harbor Clinic", result.Text, StringComparison.Ordinal);
        Assert.Equal(["Ana Ortiz", "Mary Ann Lee"], result.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Contains("sent", (await result.Reload()).Text, StringComparison.Ordinal);
        Assert.Single(await Site.MailsTo("mary@clinic.example"));
        Assert.Equal(("Lee", true), await Site.Db(db => db.Enrollments.Where(e => e.Email == "mary@clinic.example").Select(e => new ValueTuple<string, bool>(e.LastName, e.LacksDetails)).SingleAsync()));
        Assert.Equal("SW-1", await Site.Db(db => db.Enrollments.Where(e => e.Email == "ana@clinic.example").Select(e => e.LicenseNumber).SingleAsync()));
    }

    [Fact]
    public async Task Each_line_with_a_problem_says_so_and_nobody_is_enrolled()
    {
        var cohort = await Given.OpenCohort();
        var seated = await Given.Enrollment(cohort, "ben@clinic.example");
        const string List = "Ana Ortiz, ana@clinic.example, Plumber\nana2@clinic.example\nKim Roe; kim@clinic.example\n\nKim Roe, KIM@clinic.example\nLee Poe, lee@gmial.com\nNo address";

        var wrong = await Pasted(cohort, List);

        Assert.Equal((422, List), (wrong.Status, wrong.MainForm["Lines"].ReplaceLineEndings("\n")));
        Assert.Collection(
            Problems(wrong),
            p => Assert.StartsWith("1 “Plumber” is not a profession on our list: Social worker", p, StringComparison.Ordinal),
            p => Assert.Equal("2 Add the name before the email address", p),
            p => Assert.Equal("5 The same address as in line 3: each person needs an address of their own", p),
            p => Assert.StartsWith("6 Did you mean lee@gmail.com?", p, StringComparison.Ordinal),
            p => Assert.StartsWith("7 ", p, StringComparison.Ordinal));

        var taken = await wrong.Submit(Look, f => f.Fill("Lines", "Ana Ortiz, ana@clinic.example\nBen Coe, ben@clinic.example"));
        Assert.Equal(422, taken.Status);
        Assert.Equal($"/admin/enrollments/{seated.Id}", taken.Link("See it"));
        Assert.Equal(1, await SeatsTaken(cohort));
    }

    [Fact]
    public async Task A_seat_that_someone_has_already_is_said_together_with_the_lines_that_cannot_be_read()
    {
        var cohort = await Given.OpenCohort();
        var seated = await Given.Enrollment(cohort, "ben@clinic.example");

        var wrong = await Pasted(cohort, "Maria Jose de la Cruz, maria@clinic.example\nBen Coe, ben@clinic.example\nNo address");

        Assert.Equal(422, wrong.Status);
        Assert.All(["Line 2: Has a seat in the cohort already", "Line 3: "], problem => Assert.Contains(problem, wrong.Alert, StringComparison.Ordinal));
        Assert.Equal($"/admin/enrollments/{seated.Id}", wrong.Link("See it"));
        Assert.Equal(
            ("Maria Jose de la", "Cruz"),
            (wrong.Document.QuerySelector("td[data-label='First name']")!.TextContent, wrong.Document.QuerySelector("td[data-label='Last name']")!.TextContent));
    }

    [Fact]
    public async Task What_looks_like_a_slip_is_taken_when_it_is_sent_again_and_too_long_a_list_is_not()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        var slip = await Pasted(cohort, "Lee Poe, lee@gmial.com");

        var meant = await slip.Submit(Look);
        var tooMany = await slip.Submit(Look, f => f.Fill("Lines", "Bo Ray, bo@clinic.example\nAna Ortiz, ana@clinic.example"));
        await meant.Submit("Enroll 1 person, $597.00 invoiced");

        Assert.Equal((422, 200), (slip.Status, meant.Status));
        Assert.Contains("Only 1 seat is free. Shorten the list", tooMany.Alert, StringComparison.Ordinal);
        Assert.Equal(1, await SeatsTaken(cohort));
    }

    [Fact]
    public async Task Seats_that_are_taken_between_the_look_and_the_press_stop_all_of_the_list()
    {
        var cohort = await Given.OpenCohort(seats: 2);
        var page = await Pasted(cohort, "Ana Ortiz, ana@clinic.example\nKim Roe, kim@clinic.example");
        await Given.Enrollment(cohort);

        var refused = await page.Submit("Enroll 2 people, $1,194.00 invoiced in all");

        Assert.Equal((422, 1), (refused.Status, await SeatsTaken(cohort)));
        Assert.Contains("Only 1 seat is free", refused.Alert, StringComparison.Ordinal);
        Assert.Empty(await Site.MailsTo("ana@clinic.example"));
    }

    [Fact]
    public async Task One_payment_of_the_employer_is_written_down_for_all_of_the_list()
    {
        var cohort = await Given.OpenCohort();
        var page = await Pasted(cohort, "Ana Ortiz, ana@clinic.example\nKim Roe, kim@clinic.example\nLee Poe, lee@clinic.example");
        var result = await page.Submit("Enroll 3 people, $1,791.00 invoiced in all");
        var (first, last) = await Site.Db(async db => (await db.Enrollments.MinAsync(e => e.Id), await db.Enrollments.MaxAsync(e => e.Id)));
        var one = await Admin.Open($"/admin/enrollments/{first}/invoice");
        await one.Submit("Record the payment", f => f.Fill("Means", "Check").Fill("Reference", "1").Fill("ReceivedOn", Today(0)));

        var others = await Admin.Open($"/admin/enrollments/{last}/invoice");
        await others.Submit("Record the payment", f => f.Fill("Means", "Check").Fill("Reference", "2").Fill("ReceivedOn", Today(0)).Tick("ForAll"));

        Assert.Contains("For all 2 people on the list whose seats are not paid yet", others.Text, StringComparison.Ordinal);
        Assert.Equal(["1", "2", "2"], await Site.Db(db => db.Payments.OrderBy(p => p.Id).Select(p => p.OutsideReference).ToListAsync()));
        Assert.DoesNotContain("invoiced", (await result.Reload()).Text, StringComparison.Ordinal);
        Assert.Equal([(1, first), (2, first + 1), (3, last)], await Receipts());
    }

    [Fact]
    public async Task Each_of_a_list_that_was_paid_outside_gets_a_receipt_numbered_as_they_stand()
    {
        var cohort = await Given.OpenCohort();
        var form = await Pasted(cohort, "Ana Ortiz, ana@clinic.example\nKim Roe, kim@clinic.example");

        var page = await form.Submit("Update what will happen", f => f.Fill("Way", "PaidOutside").Fill("Means", "Check").Fill("Reference", "77").Fill("ReceivedOn", Today(0)));
        await page.Submit("Enroll 2 people, $1,194.00 received in all");

        Assert.Equal([(1, 1), (2, 2)], await Receipts());
        Assert.Equal("2026-0002", (await Admin.Open("/admin/enrollments/2")).Fact("Receipt"));
    }

    private Task<List<(int Place, int Enrollment)>> Receipts() => Site.Db(async db =>
        (await db.Documents.OrderBy(d => d.Place).Select(d => new { d.Place, d.Order.EnrollmentId }).ToListAsync()).ConvertAll(d => (d.Place, d.EnrollmentId)));

    private async Task<Page> Pasted(Cohort cohort, string lines)
    {
        var form = await Admin.Open($"/admin/cohorts/{cohort.Id}/group-enrollments/new");
        return await form.Submit(Look, f => f
            .Fill("Way", "Invoice").Fill("Payer", "Harbor Clinic").Fill("DueOn", Today(30)).Fill("Lines", lines));
    }

    private static IEnumerable<string> Problems(Page page) => page.Document.QuerySelectorAll("tbody tr")
        .Select(row => (Line: row.QuerySelector("th")!.TextContent, Problem: row.QuerySelector(".urgent")?.TextContent))
        .Where(row => row.Problem is not null).Select(row => $"{row.Line} {row.Problem}");
}
