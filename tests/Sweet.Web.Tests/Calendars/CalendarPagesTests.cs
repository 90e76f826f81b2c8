using System.Net;
using System.Net.Http.Headers;
using Ical.Net;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Calendars;

public class CalendarPagesTests : Story
{
    [Fact]
    public async Task Serve_the_class_meetings_to_whoever_subscribes()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());

        var response = await Get($"/calendars/{enrollment.CalendarToken}.ics");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(6, Calendar.Load(await response.Content.ReadAsStringAsync())!.Events.Count);
    }

    [Fact]
    public async Task Serve_an_empty_calendar_while_the_seat_is_only_held()
    {
        var enrollment = await Given.Enrollment(await Given.OpenCohort());

        var response = await Get($"/calendars/{enrollment.CalendarToken}.ics");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(Calendar.Load(await response.Content.ReadAsStringAsync())!.Events);
    }

    [Fact]
    public async Task Answer_not_modified_to_whoever_has_it_already()
    {
        var address = $"/calendars/{(await Given.ConfirmedEnrollment(await Given.OpenCohort())).CalendarToken}.ics";
        var tag = (await Get(address)).Headers.ETag;

        var response = await Get(address, tag);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }

    [Fact]
    public async Task Give_the_file_to_whoever_holds_the_link()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());

        var response = await Get($"/enrollments/{enrollment.LinkToken}/calendar.ics");

        Assert.Equal("class-meetings.ics", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(6, Calendar.Load(await response.Content.ReadAsStringAsync())!.Events.Count);
    }

    [Fact]
    public async Task Offer_each_program_its_own_way_to_subscribe()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());
        var feed = $"sweet.test/calendars/{enrollment.CalendarToken}.ics";

        var page = await Visitor.Open($"/enrollments/{enrollment.LinkToken}");

        Assert.Equal($"webcal://{feed}", page.Link("Apple Calendar"));
        Assert.Equal($"https://calendar.google.com/calendar/r?cid={Uri.EscapeDataString($"webcal://{feed}")}", page.Link("Google Calendar"));
        Assert.StartsWith($"https://outlook.live.com/calendar/0/addfromweb?url={Uri.EscapeDataString($"https://{feed}")}&", page.Link("Outlook"), StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("a[href*=calendar]"), a => Assert.DoesNotContain(enrollment.LinkToken, a.GetAttribute("href")!.Replace($"/enrollments/{enrollment.LinkToken}/calendar.ics", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Say_what_a_cancelling_file_does_not_do()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());

        var withdrawing = await Visitor.Open($"/enrollments/{enrollment.LinkToken}/withdrawal/new");
        var ended = await withdrawing.Submit();

        Assert.All([withdrawing, ended], page => Assert.Contains("Google Calendar ignores such a file", page.Text, StringComparison.Ordinal));
        Assert.Contains("Google Calendar ignores such a file", (await Site.MailsTo(enrollment.Email))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Give_no_file_while_the_seat_is_only_held()
    {
        var enrollment = await Given.Enrollment(await Given.OpenCohort());

        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/enrollments/{enrollment.LinkToken}/calendar.ics")).StatusCode);
    }

    [Fact]
    public async Task Open_to_the_right_token_only()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());

        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/calendars/{enrollment.LinkToken}.ics")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/calendars/{enrollment.CalendarToken.ToUpperInvariant()}.ics")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/enrollments/{enrollment.CalendarToken}/calendar.ics")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/enrollments/{enrollment.CalendarToken}")).StatusCode);
    }

    [Fact]
    public async Task Stay_out_of_caches_and_search_engines()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());

        var response = await Get($"/calendars/{enrollment.CalendarToken}.ics");

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", response.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Get(string path, EntityTagHeaderValue? tag = null)
    {
        using var client = new HttpClient(Site.Server.CreateHandler()) { BaseAddress = SiteFactory.Address };
        if (tag is not null) client.DefaultRequestHeaders.IfNoneMatch.Add(tag);
        return await client.GetAsync(new Uri(path, UriKind.Relative));
    }
}
