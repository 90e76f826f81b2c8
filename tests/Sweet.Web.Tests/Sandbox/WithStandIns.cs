using Microsoft.Extensions.Time.Testing;
using SendGrid;
using Stripe;
using Stripe.Checkout;
using Sweet.Sandbox;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Sandbox;

/// <summary>The stand-ins on a port of their own, with the real clients of Stripe and SendGrid against them.</summary>
public abstract class WithStandIns : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2024, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly HttpClient http = new();
    private StandIns? standIns;

    protected FakeTimeProvider Clock { get; } = new(Start);

    protected StandIns StandIns => standIns!;

    protected StripeClient Stripe => StripeWith(StandIns.Stripe.SecretKey);

    protected SendGridClient SendGrid => new(http, new SendGridClientOptions { ApiKey = StandIns.SendGrid.ApiKey, Host = StandIns.Address.ToString().TrimEnd('/') });

    /// <summary>Where the state is kept; null: nowhere.</summary>
    protected virtual string? Folder => null;

    public virtual async Task InitializeAsync() => standIns = await StandIns.Start(Clock, folder: Folder);

    public async Task DisposeAsync()
    {
        await StandIns.DisposeAsync();
        http.Dispose();
    }

    /// <summary>Somebody at the pages of the stand-ins.</summary>
    protected Visitor Visitor => field ??= new(StandIns.Address, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, new SiteLog());

    protected StripeClient StripeWith(string key) => new(new StripeClientOptions
    {
        ApiKey = key,
        ApiBase = StandIns.Address.ToString().TrimEnd('/'),
        HttpClient = new SystemNetHttpClient(http, maxNetworkRetries: 0),
    });

    protected Task<Session> Open(Action<SessionCreateOptions>? change = null, string? key = null)
    {
        var options = SomeSession();
        change?.Invoke(options);
        return new SessionService(Stripe).CreateAsync(options, new RequestOptions { IdempotencyKey = key });
    }

    protected SessionCreateOptions SomeSession() => new()
    {
        Mode = "payment",
        ClientReferenceId = "E-1001",
        CustomerEmail = "mara@example.com",
        SuccessUrl = "http://localhost:5080/enrollments/token/payment?session={CHECKOUT_SESSION_ID}",
        CancelUrl = "http://localhost:5080/enrollments/token",
        ExpiresAt = Clock.GetUtcNow().UtcDateTime.AddMinutes(31),
        AdaptivePricing = new() { Enabled = false },
        AllowPromotionCodes = false,
        Metadata = new(StringComparer.Ordinal) { ["enrollment"] = "E-1001" },
        PaymentIntentData = new() { Metadata = new(StringComparer.Ordinal) { ["enrollment"] = "E-1001" } },
        LineItems =
        [
            new()
            {
                Quantity = 1,
                PriceData = new() { Currency = "usd", UnitAmount = 29_900, ProductData = new() { Name = "Six-week IPT course" } },
            },
        ],
    };
}
