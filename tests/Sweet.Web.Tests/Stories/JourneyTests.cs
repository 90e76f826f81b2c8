using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories;

public sealed class JourneyTests : Story
{
    [Fact]
    public async Task A_reader_registers_pays_and_is_confirmed()
    {
        var cohort = await Given.OpenCohort();
        await Given.Article();

        var article = await Visitor.Open("/articles/bridging-connections");
        var course = await Visitor.Open("/courses/interpersonal-psychotherapy");
        var held = await Visitor.Register(cohort, "ana@clinic.example");
        var session = await held.GoToPay();
        await Site.StandIns.Stripe.Pay(session);
        var landing = await Visitor.Open(Site.StandIns.Stripe.Session(session).SuccessUrl!);

        Assert.Equal((200, 200), (article.Status, course.Status));
        Assert.Equal([303, 200], held.Statuses);
        Assert.Equal("You are enrolled", landing.Heading);
        var mail = Assert.Single(await Site.MailsTo("ana@clinic.example"));
        Assert.Contains("BEGIN:VCALENDAR", Assert.Single(mail.Attachments).Text);
    }
}
