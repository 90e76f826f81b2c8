using Sweet.Domain.Courses;

namespace Sweet.Domain.Tests.Courses;

public class StudentLinkTests
{
    [Theory]
    [InlineData("https://class.sample.example/ipt?pwd=a.b-c_d~e#x")]
    [InlineData("https://us02web.zoom.us/j/81234567890?pwd=QUJD%20RA==")]
    [InlineData("https://chat.whatsapp.com/AbCdEf")]
    [InlineData("https://bücher.example/raum")]
    public void Is_saved_with_class_and_cohort(string url)
    {
        var cohort = Some.Cohort();

        cohort.SetJoinUrl(cohort.Meetings[0], url, Some.Now);
        cohort.SetWhatsAppUrl(url, Some.Now);

        Assert.Equal((url, url), (cohort.Meetings[0].JoinUrl, cohort.WhatsAppUrl));
    }

    [Theory]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript://x.example/%0Aalert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/j/812")]
    [InlineData("//evil.example/x")]
    [InlineData("class.sample.example/ipt")]
    [InlineData("https://")]
    [InlineData("http://class.sample.example/ipt")]
    [InlineData("https:\\\\evil.example")]
    [InlineData("https://zoom.us@evil.example/x")]
    [InlineData("https://class.sample.example/ipt\r\nATTENDEE:mailto:eve@evil.example")]
    [InlineData("https://class.sample.example/ipt\n")]
    [InlineData(" https://class.sample.example/ipt")]
    [InlineData("https://class.sample.example/\tipt")]
    [InlineData("https://class.sample.example/\u2028ipt")]
    [InlineData("https://class.sample.example/\u202Eipt")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("https://class.sample.example/\"onclick=\"x")]
    public void Is_refused_when_saved(string url)
    {
        var cohort = Some.Cohort();

        Assert.NotNull(StudentLink.RefusalFor(url, ClassMeeting.JoinUrlMaxLength));
        Assert.Throws<ArgumentException>(() => cohort.SetJoinUrl(cohort.Meetings[0], url, Some.Now));
        Assert.Throws<ArgumentException>(() => cohort.SetWhatsAppUrl(url, Some.Now));
        Assert.Equal((null, null), (cohort.Meetings[0].JoinUrl, cohort.WhatsAppUrl));
    }

    [Fact]
    public void Is_refused_when_it_is_longer_than_its_column() =>
        Assert.Throws<ArgumentException>(() => Some.Cohort().SetWhatsAppUrl($"https://a.example/{new string('a', Cohort.WhatsAppUrlMaxLength)}", Some.Now));

    [Fact]
    public void Is_taken_away_again()
    {
        var cohort = Some.Cohort();
        cohort.SetWhatsAppUrl("https://chat.whatsapp.com/AbCdEf", Some.Now);

        cohort.SetWhatsAppUrl(null, Some.Now);

        Assert.Null(cohort.WhatsAppUrl);
    }
}
