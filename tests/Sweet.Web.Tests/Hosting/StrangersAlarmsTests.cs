using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sweet.Web.Tests.Hosting;

/// <summary>What anybody can send rings no alarm. On Kestrel itself, which has alarms of its own.</summary>
public sealed class StrangersAlarmsTests : IAsyncLifetime
{
    private readonly HostedSite site = new();
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        site.UseKestrel(0);
        client = site.CreateClient();
        // The first form of a site makes the key of all, which the framework tells.
        await client.GetAsync("/my-enrollments");
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("/stripe-webhooks", "a=b")]
    [InlineData("/stripe-webhooks", "")]
    [InlineData("/stripe-webhooks", "__RequestVerificationToken=x")]
    [InlineData("/sendgrid-events", "__RequestVerificationToken=x")]
    [InlineData("/my-enrollments", "__RequestVerificationToken=x&Email=a%40example.com")]
    public async Task A_form_is_refused_in_one_line_that_is_no_alarm(string address, string form)
    {
        var before = site.Log.Text;

        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        var answer = await client.PostAsync(address, content);
        await site.Log.Line("\"StatusCode\":400", $"\"Route\":\"{address}\"");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Alarms(before));
    }

    [Theory]
    [InlineData("/my-enrollments")]
    [InlineData("/stripe-webhooks")]
    [InlineData("/interests/00000000000000000000000000/removal")]
    public async Task A_sender_who_hangs_up_halfway_is_no_alarm(string address)
    {
        var before = site.Log.Text;
        var at = client.BaseAddress!;
        for (var i = 0; i < 5; i++)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(at.Host, at.Port);
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {address} HTTP/1.1\r\nHost: {at.Host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\nabc"));
        }

        await client.GetAsync("/no-such-page");
        await site.Log.Line("\"StatusCode\":404");
        Assert.Empty(Alarms(before));
    }

    private IEnumerable<string> Alarms(string before) => site.Log.Text[before.Length..].Split('\n')
        .Where(l => l.Contains("\"@l\":\"Error\"", StringComparison.Ordinal) || l.Contains("\"@l\":\"Warning\"", StringComparison.Ordinal));
}
