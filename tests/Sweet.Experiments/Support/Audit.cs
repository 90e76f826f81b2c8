using Sweet.Sandbox;
using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Experiments.Support;

/// <summary>
/// Compares from outside, once all has come to rest, what the database's file holds with what the stand-ins hold.
/// Knows nothing of the site's code: an error there is not repeated here.
/// </summary>
internal sealed class Audit(Rows rows, StandIns standIns)
{
    private const string Live = "('Held', 'Processing', 'Confirmed')";

    /// <summary>What is not as it must be; empty if all is well.</summary>
    public IReadOnlyList<string> Violations() =>
        [.. Seats(), .. People(), .. standIns.Stripe.PaymentIntents.Where(p => p.Status == "succeeded").SelectMany(Money), .. Outside(), .. Documents(), .. Sessions(), .. Refunds(), .. Mails()];

    private IEnumerable<string> Seats() => rows.Lines(
        $"""
        SELECT 'Seats counted wrong or oversold:', Reference, SeatsTaken, Seated, Capacity
        FROM (SELECT c.*, (SELECT COUNT(*) FROM Enrollments e WHERE e.CohortId = c.Id AND e.Status IN {Live})
                + (SELECT COUNT(*) FROM WaitlistEntries w WHERE w.CohortId = c.Id AND w.Status = 'Offered') AS Seated,
                (SELECT COUNT(*) FROM WaitlistEntries w WHERE w.CohortId = c.Id AND w.Status = 'Waiting') AS InLine
            FROM Cohorts c)
        WHERE SeatsTaken <> Seated OR Seated > Capacity OR Waiting <> InLine
        """);

    private IEnumerable<string> People() => rows.Lines(
        $"SELECT 'More than one live place:', CohortId, EmailKey, COUNT(*) FROM Enrollments WHERE Status IN {Live} GROUP BY CohortId, EmailKey HAVING COUNT(*) > 1");

    // Every captured payment confirms its enrollment, or all of it goes back, or it is an open case, or waits with one place in line.
    private IEnumerable<string> Money(PaymentIntent intent)
    {
        var settled = rows.Read(
            """
            SELECT p.Status, p.AmountMinor, p.Decision, e.Status,
                (SELECT COALESCE(SUM(r.AmountMinor), 0) FROM Refunds r WHERE r.PaymentId = p.Id AND r.Status NOT IN ('Failed', 'Cancelled')),
                (SELECT COUNT(*) FROM OpenCases c WHERE c.ObjectId = p.PaymentIntentId),
                (SELECT COUNT(*) FROM WaitlistEntries w WHERE w.PaidById = e.Id AND w.Status IN ('Waiting', 'Offered'))
            FROM Payments p JOIN Orders o ON o.Id = p.OrderId JOIN Enrollments e ON e.Id = o.EnrollmentId
            WHERE p.PaymentIntentId = $intent
            """,
            r => (Status: r.GetString(0), Amount: r.GetInt64(1), Decision: r.GetString(2), Enrollment: r.GetString(3), Refunded: r.GetInt64(4), Cases: r.GetInt64(5), Places: r.GetInt64(6)),
            ("$intent", intent.Id));
        if (settled is not [var payment])
        {
            yield return $"{intent.Id} was captured; rows of it: {settled.Count}";
            yield break;
        }

        var refundedAtStripe = standIns.Stripe.Refunds.Where(r => r.PaymentIntent == intent.Id && r.Status is "succeeded" or "pending").Sum(r => r.Amount);
        var isSettled = payment.Decision switch
        {
            "Confirms" => payment.Enrollment == "Confirmed" && payment.Refunded == 0,
            "OpenCase" => payment.Cases == 1,
            "WaitsInLine" => payment is { Enrollment: "Expired", Refunded: 0, Places: 1 },
            _ => payment.Refunded == intent.AmountReceived,
        };
        if (payment.Status != "Succeeded" || payment.Amount != intent.AmountReceived || payment.Refunded != refundedAtStripe || !isSettled)
            yield return $"{intent.Id} of {intent.AmountReceived}, {refundedAtStripe} refunded at Stripe, is settled as {payment}";
    }

    // What Stripe has no part in: staff wrote it down, it pays for its order, and nothing of it was asked of Stripe.
    private IEnumerable<string> Outside() => rows.Lines(
        """
        SELECT 'Paid outside, and not settled so:', p.Id, p.Status, p.AmountMinor, o.TotalMinor, p.PaymentIntentId
        FROM Payments p JOIN Orders o ON o.Id = p.OrderId
        WHERE p.OutsideWay IS NOT NULL AND (p.Status <> 'Succeeded' OR p.Decision <> 'Confirms' OR p.AmountMinor <> o.TotalMinor
            OR p.PaymentIntentId IS NOT NULL OR p.OutsideReference IS NULL)
        UNION ALL
        SELECT 'Asked of the wrong one:', r.Id, r.Origin, r.StripeRefundId, p.OutsideWay, p.PaymentIntentId
        FROM Refunds r JOIN Payments p ON p.Id = r.PaymentId
        WHERE (p.OutsideWay IS NOT NULL) <> (r.Origin = 'Outside') OR (p.OutsideWay IS NOT NULL AND r.StripeRefundId IS NOT NULL)
        """);

    // Whatever came has one receipt and whatever went back has one credit note that stands, at Stripe or not; and no number is left out.
    private IEnumerable<string> Documents() => rows.Lines(
        """
        SELECT 'Receipts of a payment:', p.Id, p.Status, COUNT(d.Id) FROM Payments p
        LEFT JOIN Documents d ON d.Kind = 'Receipt' AND d.PaymentId = p.Id AND d.AmountMinor = p.AmountMinor
        GROUP BY p.Id, p.Status HAVING COUNT(d.Id) <> CASE p.Status WHEN 'Succeeded' THEN 1 ELSE 0 END
        UNION ALL
        SELECT 'Credit notes of a refund:', r.Id, r.Status, COUNT(d.Id) FROM Refunds r
        LEFT JOIN Documents d ON d.Kind = 'CreditNote' AND d.RefundId = r.Id AND d.AmountMinor = r.AmountMinor
            AND NOT EXISTS (SELECT 1 FROM Documents v WHERE v.RefersToId = d.Id)
        GROUP BY r.Id, r.Status HAVING COUNT(d.Id) <> CASE r.Status WHEN 'Succeeded' THEN 1 ELSE 0 END
        UNION ALL
        SELECT 'Numbers with a gap:', Kind, Series, COUNT(*) FROM Documents GROUP BY Kind, Series HAVING MIN(Place) <> 1 OR MAX(Place) <> COUNT(*)
        """);

    private IEnumerable<string> Sessions() =>
        standIns.Stripe.Sessions.GroupBy(s => (s.ClientReferenceId, Attempt: s.Metadata.GetValueOrDefault("sweet_attempt")))
            .Where(g => g.Count() > 1)
            .Select(g => $"{g.Count()} sessions for attempt {g.Key.Attempt} of {g.Key.ClientReferenceId}");

    private IEnumerable<string> Refunds() =>
        standIns.Stripe.Refunds.GroupBy(r => r.Metadata.GetValueOrDefault("sweet_refund")).Where(g => g.Key is not null && g.Count() > 1).Select(g => $"{g.Count()} refunds for row {g.Key}");

    private IEnumerable<string> Mails()
    {
        var untold = rows.Lines(
            """
            SELECT 'Not told once:', e.Number FROM Enrollments e WHERE e.Status = 'Confirmed'
            AND NOT EXISTS (SELECT 1 FROM History h WHERE h.EnrollmentId = e.Id AND h.Subject = 'Import')
            AND (SELECT COUNT(*) FROM Messages m WHERE m.EnrollmentId = e.Id AND m.Kind = 'EnrollmentConfirmed' AND m.Status IN ('Sent', 'Delivered')) <> 1
            """);
        var unmailed = rows.Lines("SELECT Email FROM Enrollments WHERE Status = 'Confirmed' AND Id NOT IN (SELECT EnrollmentId FROM History WHERE Subject = 'Import')").Where(email => standIns.Inbox.To(email).Count == 0);
        return [.. untold, .. unmailed.Select(email => $"Nothing came to {email}")];
    }
}
