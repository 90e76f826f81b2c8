using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Stripe.Accounts;

/// <summary>Everything that the stand-in's account holds, each kind in the order of its making. Use under the account's lock.</summary>
internal sealed class Books
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly List<StripeEvent> emitted = [];

    public OrderedDictionary<string, CheckoutSession> Sessions { get; init; } = [];
    public OrderedDictionary<string, SessionOrder> SessionOrders { get; init; } = [];
    public OrderedDictionary<string, PaymentIntent> PaymentIntents { get; init; } = [];
    public OrderedDictionary<string, Charge> Charges { get; init; } = [];
    public OrderedDictionary<string, Refund> Refunds { get; init; } = [];
    public OrderedDictionary<string, Dispute> Disputes { get; init; } = [];
    public OrderedDictionary<string, BalanceTransaction> BalanceTransactions { get; init; } = [];
    public OrderedDictionary<string, Payout> Payouts { get; init; } = [];

    /// <summary>Which payout a balance transaction went out with.</summary>
    public OrderedDictionary<string, string> PaidOut { get; init; } = [];
    public OrderedDictionary<string, StripeEvent> Events { get; init; } = [];
    public OrderedDictionary<string, StoredAnswer> Answers { get; init; } = [];

    /// <summary>Too little money in the account: refunds wait as pending until it is funded.</summary>
    public bool BalanceIsShort { get; set; }

    /// <summary>Even what may be overdrawn is used up: refunds are refused, and do not wait.</summary>
    public bool BalanceIsUsedUp { get; set; }

    /// <summary>Null: as the balance and the way of payment have it.</summary>
    public string? FirstStatusOfRefunds { get; set; }

    /// <summary>Written into events, as the account's own API version is at Stripe.</summary>
    public string ApiVersion { get; set; } = "2026-10-28.endive";

    /// <summary>The request that is being answered; events name it.</summary>
    [JsonIgnore]
    public EventRequest Request { get; set; } = new(null, null);

    [JsonIgnore]
    public DateTimeOffset Now { get; set; }

    public static string NewId(string prefix, int length = 24) => prefix + RandomNumberGenerator.GetString(Letters, length);

    public void Emit(string type, object about)
    {
        var happened = new StripeEvent
        {
            Id = NewId("evt_"),
            ApiVersion = ApiVersion,
            Created = Now,
            Data = new(JsonSerializer.SerializeToElement(about, StripeJson.Options)),
            Request = Request,
            Type = type,
        };
        Events[happened.Id] = happened;
        emitted.Add(happened);
    }

    public IReadOnlyList<StripeEvent> TakeEmitted()
    {
        StripeEvent[] taken = [.. emitted];
        emitted.Clear();
        return taken;
    }
}

/// <summary>What a session was made with and shows only when it is expanded or paid.</summary>
internal sealed record SessionOrder(IReadOnlyList<LineItem> LineItems, PaymentData PaymentData);

internal sealed record PaymentData
{
    public string? Description { get; init; }
    public Dictionary<string, string> Metadata { get; init; } = [];
    public string? ReceiptEmail { get; init; }
    public string? StatementDescriptor { get; init; }
    public string? StatementDescriptorSuffix { get; init; }
}

/// <summary>An answer kept under its idempotency key.</summary>
internal sealed record StoredAnswer(string Path, string Parameters, DateTimeOffset At, int Status, string Body, string RequestId);
