using Sweet.Sandbox.Faults;
using Sweet.Sandbox.Hosting;
using Sweet.Sandbox.Pages;
using Sweet.Sandbox.SendGrid;
using Sweet.Sandbox.SendGrid.Events;
using Sweet.Sandbox.Stripe;
using Sweet.Sandbox.Stripe.Accounts;
using Sweet.Sandbox.Stripe.Api;
using Sweet.Sandbox.Webhooks;

namespace Sweet.Sandbox;

/// <summary>Stripe and SendGrid on one port of this machine, as their real clients see them.</summary>
public sealed class StandIns : IAsyncDisposable
{
    internal const string EventKeyFile = "sendgrid-events.key";

    private readonly WebApplication host;

    private StandIns(TimeProvider clock, int port, string? folder)
    {
        host = StandInsHost.Build(port);
        Webhooks = new(clock);
        var account = new Account(clock, Webhooks, folder is null ? null : new StateFile(Path.Combine(folder, "stripe.json")));
        Stripe = new(account);
        SendGrid = new(new Inbox(folder is null ? null : Path.Combine(folder, "mails")));
        MailEvents = new(new EventKey(folder is null ? null : new StateFile(Path.Combine(folder, EventKeyFile))), clock);

        var stripeApi = new StripeApi(Stripe, account, Faults.Stripe, Calls, clock, () => Address);
        var sendGridApi = new SendGridApi(SendGrid, MailEvents, Faults.SendGrid, Calls, clock);
        host.Map("/v1/{**path}", stripeApi.Handle);
        host.Map("/v3/{**path}", sendGridApi.Handle);
        host.MapFallback(UnknownAddress);
        StandInPages.Map(host, this, clock);
    }

    /// <summary>Give it to Stripe.net as <c>ApiBase</c> and to SendGrid as <c>Host</c>.</summary>
    public Uri Address { get; private set; } = new("http://localhost");

    public StripeStandIn Stripe { get; }

    public SendGridStandIn SendGrid { get; }

    public Inbox Inbox => SendGrid.Inbox;

    public WebhookDelivery Webhooks { get; }

    /// <summary>What becomes of the emails, as SendGrid tells it.</summary>
    public MailEvents MailEvents { get; }

    public ServiceFaults Faults { get; } = new();

    public CallLog Calls { get; } = new();

    /// <param name="port">0: any free one.</param>
    /// <param name="folder">Where the state is kept between runs; null: in memory only.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<StandIns> Start(TimeProvider clock, int port = 0, string? folder = null)
    {
        var standIns = new StandIns(clock, port, folder);
        await standIns.host.StartAsync();
        standIns.Address = new(port == 0 ? standIns.host.Urls.First() : $"http://localhost:{port}");
        return standIns;
    }

    /// <summary>Lets time act: ends sessions that are over, sends webhooks that are due and says what became of emails.</summary>
    public async Task Tick()
    {
        await Stripe.Tick();
        await Webhooks.DeliverDue();
        await MailEvents.DeliverDue();
    }

    public async ValueTask DisposeAsync()
    {
        Faults.Stripe.Clear();
        Faults.SendGrid.Clear();
        await host.DisposeAsync();
        Webhooks.Dispose();
        MailEvents.Dispose();
    }

    private Task UnknownAddress(HttpContext http)
    {
        Calls.Add(new(null, http.Request.Method, http.Request.Path.Value!, null, StatusCodes.Status501NotImplemented));
        return new Answer(501, $"The stand-ins do not know {http.Request.Method} {http.Request.Path}.\n") { ContentType = "text/plain" }
            .WriteTo(http.Response);
    }
}
