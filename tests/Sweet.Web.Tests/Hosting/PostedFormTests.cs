using System.Net;
using System.Text;

namespace Sweet.Web.Tests.Hosting;

public class PostedFormTests(HostedSite site) : IClassFixture<HostedSite>
{
    [Theory]
    [InlineData("José Núñez 李 👩‍⚕️ علي‌رضا")]
    [InlineData("a tab\tin between")]
    public async Task Are_taken_with_names_in_any_script(string name)
    {
        var answer = await Post(("Name", name));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(name, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task May_have_lines_where_the_form_has()
    {
        var inText = await Post(("Remark", "one\r\ntwo"));
        var inLine = await Post(("Name", "one\r\ntwo"));

        Assert.Equal(HttpStatusCode.OK, inText.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, inLine.StatusCode);
    }

    [Theory]
    [InlineData("bell \u0007")]
    [InlineData("escape \u001b[31m")]
    [InlineData("override \u202e nna")]
    [InlineData("isolate \u2067 nna")]
    [InlineData("line \u2028 separator")]
    public async Task Are_not_valid_with_what_nobody_types(string name)
    {
        var answer = await Post(("Name", name));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Are_refused_with_a_sign_that_no_reader_of_forms_takes()
    {
        var answer = await Post(("Name", "nul \0"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("was incomplete", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_nothing_from_the_address_that_the_body_leaves_out()
    {
        using var form = new FormUrlEncodedContent([new("Remark", "typed")]);

        var answer = await site.CreateClient().PostAsync("/probe/forms/some-token?Name=x%0D%0ABcc:%20eve&form.Name=y&Remark=z&token=other", form);

        Assert.Equal("some-token: |typed", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("token")]
    [InlineData("Length")]
    [InlineData("form.Name")]
    public async Task Are_refused_with_a_field_that_the_form_has_not(string field)
    {
        var answer = await Post(("Name", "Ana"), (field, "7"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Are_refused_with_a_file()
    {
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent([1, 2, 3]), "Name", "name.txt");

        var answer = await site.CreateClient().PostAsync("/probe/forms/some-token", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Are_read_from_no_address_when_there_is_no_body_at_all()
    {
        var answer = await site.CreateClient().PostAsync("/probe/forms/some-token?Name=Ana", content: null);

        Assert.Equal("some-token: |", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Are_refused_with_a_doubled_field()
    {
        var answer = await Post(("Name", "Ana"), ("name", "Bea"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Are_refused_when_they_cannot_be_read()
    {
        using var broken = new StringContent("--x\r\nnot a part", Encoding.UTF8);
        broken.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        var answer = await site.CreateClient().PostAsync("/probe/forms/some-token", broken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Name\"\r\n\r\nAna\r\n")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "Name=Ana")]
    public async Task Are_refused_when_they_end_halfway_or_are_written_as_no_browser_does(string type, string body)
    {
        using var strange = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        strange.Headers.TryAddWithoutValidation("Content-Type", type);

        var answer = await site.CreateClient().PostAsync("/probe/forms/some-token", strange);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/probe/forms/some-token")]
    [InlineData("/probe/guarded")]
    public async Task Are_refused_when_they_are_far_too_large(string address)
    {
        using var large = new FormUrlEncodedContent([new("Name", new string('a', 10_000_000))]);

        var answer = await site.CreateClient().PostAsync(address, large);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("too much at once", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_no_failure_of_ours_when_the_body_turns_out_too_large()
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");

        var answer = await site.CreateClient().PostAsync("/probe/bodies", body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        await site.Log.Line("/probe/bodies", "413");
        Assert.DoesNotContain("BadHttpRequestException", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_refused_without_an_antiforgery_token()
    {
        using var form = new FormUrlEncodedContent([new("Name", "Ana")]);

        var answer = await site.CreateClient().PostAsync("/probe/guarded", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> Post(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
        return await site.CreateClient().PostAsync("/probe/forms/some-token", form);
    }
}
