using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Messages;
using Sweet.Web.Tests.Email;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>Every email that the site has written, with what became of it.</summary>
public sealed class OutboxTests : MailStory
{
    private const string StaffAddress = "staff@clinic.example";

    [Fact]
    public async Task Emails_are_listed_by_state_and_found_by_a_part_of_the_address()
    {
        var admin = await StaffVisitor.Admin(Site);
        await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        var waiting = await admin.Open("/admin/outbox?show=waiting");
        await Site.AllMailsTo(Journey.Email);
        var sent = await admin.Open($"/admin/outbox?show=sent&find={Journey.Email[..4].ToUpperInvariant()}");

        Assert.Contains("Your seat is held until", waiting.Text, StringComparison.Ordinal);
        Assert.Contains(Journey.Email, sent.Text, StringComparison.Ordinal);
        Assert.Contains("No email is like this", (await admin.Open("/admin/outbox?show=withheld")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_email_says_is_never_shown_since_it_may_hold_a_secret_link()
    {
        var admin = await StaffVisitor.Admin(Site);
        var token = await StaffVisitor.Invited(Site, "new@clinic.example", new(IsAdmin: false, IsMarketing: true));

        var page = await (await admin.Open("/admin/outbox?find=new@clinic")).Click("Your staff account at SWEET Institute");

        Assert.Contains("new@clinic.example", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_to_staff_that_came_back_is_sent_again_once_and_stands_in_the_audit_trail()
    {
        var admin = await StaffVisitor.Admin(Site);
        var page = await admin.Open($"/admin/outbox/{await BouncedNotice()}");

        var after = await page.Submit("Send it again");
        var twice = await page.Submit("Send it again");

        Assert.Contains("sent again a moment ago", twice.Alert, StringComparison.Ordinal);
        Assert.Contains("Sent again by Jordan Sample", after.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await Site.MailsTo(StaffAddress)).Count);
        Assert.Contains("sent again", (await admin.Open("/admin/audit?what=emails")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_not_come_back_and_what_is_not_to_staff_is_not_sent_again_here()
    {
        var admin = await StaffVisitor.Admin(Site);
        var bounced = await admin.Open($"/admin/outbox/{await BouncedNotice()}");
        var invitation = await Site.Db(db => db.Messages.Where(m => m.Recipient != Recipient.Staff).Select(m => m.Id).FirstAsync());

        Assert.DoesNotContain("Send it again", (await admin.Open($"/admin/outbox/{invitation}")).Buttons);
        var token = bounced.MainForm["__RequestVerificationToken"];
        var forced = await admin.Browser.Post($"/admin/outbox/{invitation}/resendings", [new("__RequestVerificationToken", token)]);
        Assert.Equal(422, forced.Status);
        Assert.Contains("not to staff", forced.Alert, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/outbox")]
    [InlineData("/admin/stripe-events")]
    [InlineData("/admin/audit")]
    public async Task The_books_ask_the_database_little(string address)
    {
        var admin = await StaffVisitor.Admin(Site);
        await admin.Open(address);
        Site.Statements.Take();

        await admin.Open(address);

        Assert.InRange(Site.Statements.Take().Count, 1, 8);
    }

    private async Task<int> BouncedNotice()
    {
        await Mail.Queue(recipient: Recipient.Staff, to: StaffAddress, subject: "A sample of a notice");
        await Site.StandIns.MailEvents.Bounce((await Site.MailsTo(StaffAddress))[^1]);
        return await Site.Db(db => db.Messages.Where(m => m.Status == MessageStatus.Bounced).Select(m => m.Id).SingleAsync());
    }
}
