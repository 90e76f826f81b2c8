using System.Globalization;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Domain.Reconciliation;
using Sweet.Domain.Restoring;

namespace Sweet.Domain.Cases;

/// <summary>What the site could not do by itself.</summary>
public static class SiteCases
{
    /// <summary>An object at Stripe that could not be settled in two comparisons in a row.</summary>
    /// <param name="times">How often it has come to that.</param>
    public static OpenCase Unsettled(Setback setback, int times, Order? order, DateTime nowUtc) =>
        new(OpenCaseKind.UnsettledAtStripe, setback.Id, order, nowUtc)
        {
            Occurrence = times,
            Word = setback.IsUnanswered ? OpenCase.NoAnswer : null,
        };

    /// <summary>Told once, though everything is healed from Stripe's objects: whoever relies on events shall know.</summary>
    public static OpenCase Gap(ReconciliationRun last, DateTime nowUtc) =>
        new(OpenCaseKind.ReconciliationGap, Text(last.Id), null, nowUtc) { SinceUtc = last.StartedAtUtc };

    /// <param name="withheld">Emails that may have left before, and wait for a decision.</param>
    /// <param name="remade">Enrollments that the copy did not have.</param>
    public static OpenCase Restored(Restoration restoration, int withheld, int remade, DateTime nowUtc) =>
        new(OpenCaseKind.DatabaseRestored, Text(restoration.Id), null, nowUtc)
        {
            SinceUtc = restoration.CopiedAtUtc,
            RestoredAtUtc = restoration.RestoredAtUtc,
            Count = withheld,
            Remade = remade,
        };

    /// <summary>An email that came back or was not taken.</summary>
    public static OpenCase Undelivered(Message message, Order? order, DateTime nowUtc) =>
        new(OpenCaseKind.MessageFailed, Text(message.Id), order, nowUtc)
        {
            Word = message.IsTooLarge ? OpenCase.TooLarge : message.Status.ToString(),
            Cause = message.Kind.ToString(),
            Attempts = message.Attempts,
        };

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
