using System.Text.Json;

namespace Sweet.Sandbox.Stripe.Objects;

/// <summary>What happened, with the object as it was at that moment.</summary>
public sealed record StripeEvent
{
    public required string Id { get; init; }
    public string Object => "event";
    public required string ApiVersion { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required EventData Data { get; init; }
    public bool Livemode { get; init; }
    public int PendingWebhooks { get; init; } = 1;
    public EventRequest Request { get; init; } = new(null, null);
    public required string Type { get; init; }
}

public sealed record EventData(JsonElement Object);

public sealed record EventRequest(string? Id, string? IdempotencyKey);
