using Sweet.Web.Tests.Hosting;

namespace Sweet.Web.Tests.Stories.Messages;

public sealed class NoEventKeyTests
{
    [Fact]
    public async Task Without_a_key_there_is_no_such_address()
    {
        await using var site = new HostedSite();
        using var client = site.CreateClient();

        using var answer = await client.PostAsync("/sendgrid-events", new StringContent("[]"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
