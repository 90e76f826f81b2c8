namespace Sweet.Web.Tests.Sandbox;

public class MailPreviewPagesTests : WithStandIns
{
    [Fact]
    public async Task List_every_mail()
    {
        var page = await Visitor.Open("/mail-previews");

        Assert.Contains("Enrollment confirmed", page.Text, StringComparison.Ordinal);
        Assert.Contains("Hold ended", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_a_mail_as_html_and_as_text()
    {
        var page = await Visitor.Open("/mail-previews/0");
        var mail = await Visitor.Open("/mail-previews/0/html");

        Assert.Contains("Enrollment number: IPT-", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("You are enrolled.", mail.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Know_no_other_mail() => Assert.Equal(404, (await Visitor.Open("/mail-previews/999")).Status);
}
