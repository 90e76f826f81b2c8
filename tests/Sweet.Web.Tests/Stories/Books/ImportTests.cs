using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>Students who were enrolled elsewhere get seats from a pasted table.</summary>
public sealed class ImportTests : PaidStory
{
    private StaffVisitor? admin;

    // As Excel saves it in a country of decimal commas: a mark, semicolons, quotes with a break and a doubled quote in them.
    private const string Table =
        "\uFEFFEmail;First name;Last name;Profession;License state;Reference;Paid;Unknown\r\n"
        + "ana@clinic.example;Ana;Ortiz;social worker;New York;R-1;\"497 USD; check \"\"12\"\"\";x\r\n"
        + "luis@clinic.example;\"Luis\r\nCarlos\";Ortiz;;;R-2;;\r\n"
        + ";;;;;;;\r\n"
        + "no address;Noor;Haddad;;;;;\r\n"
        + "ANA@clinic.example;Anna;Ortiz;;;;;\r\n"
        + "pat@clinic.example;Pat;;Astronaut;;;;\r\n";

    [Fact]
    public async Task Each_line_is_checked_and_shown_then_done_and_a_second_time_nothing_changes()
    {
        var cohort = await Given.OpenCohort();

        var lines = await Check(cohort, Table);

        Assert.Equal("2 students will be enrolled", lines.Heading);
        Assert.All(
            ["No email could reach this address", "stands in an earlier line", "Unknown profession “Astronaut”", "their page asks for the profession"],
            said => Assert.Contains(said, lines.Text, StringComparison.Ordinal));
        Assert.Equal((0, 0), (await SeatsTaken(cohort), await Site.Db(db => db.Enrollments.CountAsync())));

        var done = await lines.Submit("Enroll 2 students");
        var again = await Check(cohort, Table);
        var pressedTwice = await lines.Submit("Enroll 2 students");

        Assert.Equal("2 students were enrolled", done.Heading);
        Assert.Equal("No one will be enrolled", again.Heading);
        Assert.Contains("Already enrolled: nothing changes", again.Text, StringComparison.Ordinal);
        Assert.Equal(422, pressedTwice.Status);
        Assert.Equal(2, await SeatsTaken(cohort));
        var ana = await Imported(Journey.Email);
        Assert.Equal((EnrollmentStatus.Confirmed, Profession.SocialWorker, "New York"), (ana.Status, ana.Profession, ana.LicenseState));
        Assert.Equal((Money.Zero("USD"), "Imported: R-1", OrderState.Paid), (ana.Order.Total, ana.HeardFrom, ana.Order.State));
        Assert.True((await Imported("luis@clinic.example")).LacksDetails);
        Assert.Empty(await Site.MailsTo(Journey.Email));
        var page = await admin!.Open($"/admin/enrollments/{ana.Id}");
        Assert.Contains("Paid elsewhere: 497 USD; check \"12\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_nothing_is_taken_from_and_another_name_at_an_enrolled_address_are_named()
    {
        var cohort = await Given.OpenCohort();
        await Given.ConfirmedEnrollment(cohort, Journey.Email);

        var lines = await Check(cohort, "Email,First name,Last name,Licence number\nana@clinic.example,Bob,Miller,SW-1\nnoor@clinic.example,Noor,Haddad,SW-2");

        Assert.Contains("Nothing is taken from this column: “Licence number”", lines.Text, StringComparison.Ordinal);
        Assert.Contains("This address is enrolled as Ana Ortiz: nothing changes", lines.Text, StringComparison.Ordinal);
        Assert.Equal("1 student will be enrolled", lines.Heading);
    }

    [Fact]
    public async Task Emails_go_out_if_asked_and_tabs_are_read_as_a_spreadsheet_copies_them()
    {
        var cohort = await Given.OpenCohort();
        var lines = await Check(cohort, "First name\tLast name\tEmail\nAna\tOrtiz\tana@clinic.example");

        await lines.Submit("Enroll 1 student", f => f.Tick("SendsEmail"));

        Assert.Contains("You are enrolled", Assert.Single(await Site.MailsTo(Journey.Email)).Subject, StringComparison.Ordinal);
        var ana = await Imported(Journey.Email);
        Assert.Equal("You are enrolled", (await Site.NewVisitor().Open($"/enrollments/{ana.MailedToken}")).Heading);
    }

    [Fact]
    public async Task No_more_get_seats_than_are_free_and_what_changed_since_is_looked_at_again()
    {
        var cohort = await Given.OpenCohort(seats: 3, taken: 1);
        const string Three = "Email,First name,Last name\nana@clinic.example,Ana,Ortiz\nluis@clinic.example,Luis,Ortiz\nnoor@clinic.example,Noor,Haddad";
        var lines = await Check(cohort, Three);
        Assert.Equal("2 students will be enrolled", lines.Heading);
        Assert.Contains("No seat is free", lines.Text, StringComparison.Ordinal);

        await Given.Enrollment(cohort);
        var other = await lines.Submit("Enroll 2 students");
        Assert.Equal(422, other.Status);
        Assert.Contains("Something has changed", other.Alert, StringComparison.Ordinal);
        var done = await other.Submit("Enroll 1 student");

        Assert.Equal("1 student was enrolled", done.Heading);
        Assert.Equal(3, await SeatsTaken(cohort));
    }

    [Fact]
    public async Task Whose_seat_has_ended_since_is_not_brought_back_by_the_same_table()
    {
        var cohort = await Given.OpenCohort();
        const string One = "Email,First name,Last name\nana@clinic.example,Ana,Ortiz";
        await (await Check(cohort, One)).Submit("Enroll 1 student");
        var ana = await Imported(Journey.Email);
        await Site.Db(db => db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(cohort.Id, default);
                var enrollment = await db.Enrollments.Include(e => e.Cohort).SingleAsync(e => e.Id == ana.Id);
                enrollment.Cohort.Cancel(enrollment, CancellationReason.Staff, Domain.Tests.Some.Staff, Site.Now);
                await transaction.SaveAndCommit(default);
            },
            default));

        var again = await Check(cohort, One);

        Assert.Equal("No one will be enrolled", again.Heading);
        Assert.Contains("Imported before, but the seat has ended", again.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Paste the table first")]
    [InlineData("Name,Email\nAna Ortiz,ana@clinic.example", "The first line has to name the columns. Missing: First name, Last name")]
    [InlineData("First name,Last name,Email", "There is no line below the names of the columns")]
    public async Task What_cannot_be_read_is_said_and_kept(string table, string problem)
    {
        var page = await Check(await Given.OpenCohort(), table);

        Assert.Equal((422, problem), (page.Status, page.ProblemOf("Text")));
    }

    private async Task<Page> Check(Cohort cohort, string table)
    {
        admin ??= await StaffVisitor.Admin(Site);
        return await (await admin.Open($"/admin/cohorts/{cohort.Id}/imports/new")).Submit(f => f.Fill("Text", table));
    }

    private Task<Enrollment> Imported(string email) => Site.Db(db => db.Enrollments.AsNoTracking()
        .Include(e => e.Order.Payments).Include(e => e.Order.Refunds).Include(e => e.Order.Disputes).SingleAsync(e => e.EmailKey == email));
}
