using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.StripeEvents;

public sealed record StripeEventsPage(StripeEventFilter Filter, Paged<StripeEventRow> List)
{
    public IEnumerable<StripeEventKind> Kinds => Enum.GetValues<StripeEventKind>();
}

/// <param name="Outcome">What was decided when it was taken in; "Nothing" where our rows said so already.</param>
public sealed record StripeEventRow(int Id, string EventId, string Type, string ObjectId, string Outcome, DateTime TakenInAtUtc);

public sealed record StripeEventPage(StripeEventRow Event, IReadOnlyList<ProcessedAgain> Again);

public sealed record ProcessedAgain(DateTime AtUtc, string By);
