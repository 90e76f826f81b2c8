using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Settlements;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.StripeEvents;

/// <param name="Find">A part of the id of an event or an object.</param>
public sealed record StripeEventFilter(StripeEventKind Kind, string Find)
{
    public static StripeEventFilter From(HttpRequest request) => new(
        Enum.GetValues<StripeEventKind>().FirstOrDefault(kind => kind.Word() == request.Query["show"]),
        LikeText.Typed(request, "find"));

    public bool IsNone => this is { Kind: StripeEventKind.All, Find: "" };

    public IQueryable<StripeEvent> Of(IQueryable<StripeEvent> events)
    {
        if (Kind.Start() is { } start) events = events.Where(e => e.Type.StartsWith(start));
        if (Find.Length == 0) return events;

        var words = LikeText.Around(Find);
        return events.Where(
            e => EF.Functions.Like(e.EventId, words, LikeText.Escape) || EF.Functions.Like(e.ObjectId, words, LikeText.Escape));
    }
}

public enum StripeEventKind
{
    All,
    Checkouts,
    Refunds,
    Disputes,
}

internal static class StripeEventKinds
{
    public static string Word(this StripeEventKind kind) => kind == StripeEventKind.All ? "" : kind.ToString().ToLowerInvariant();

    /// <summary>How the types of the kind begin.</summary>
    public static string? Start(this StripeEventKind kind) => kind switch
    {
        StripeEventKind.Checkouts => "checkout.session.",
        StripeEventKind.Refunds => "refund.",
        StripeEventKind.Disputes => "charge.dispute.",
        _ => null,
    };
}
