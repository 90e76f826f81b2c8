using System.Globalization;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;

namespace Sweet.Domain.Persons;

/// <summary>
/// A person is forgotten, and the record of their money stays: order, payments, refunds, sums, dates, the policies that were accepted.
/// What follows from <see cref="ErasureRefusal"/> is asked before, of all that is theirs.
/// </summary>
public static class Erasure
{
    /// <summary>Stands where a name, an address or what somebody wrote has been.</summary>
    public const string Word = "Erased";

    /// <summary>What the row of the history is about that says so.</summary>
    public const string Subject = "Person";

    public const string Downloaded = nameof(Downloaded);

    /// <summary>No address has such a key: of two who were erased in a cohort each has its own.</summary>
    internal static string KeyOf(string id) => $"erased {id}";

    /// <returns>The links that open nothing anymore.</returns>
    /// <exception cref="InvalidOperationException">It was erased before, or is still held or processing; ask first.</exception>
    public static IReadOnlyList<RetiredLink> Erase(this Enrollment enrollment, Actor by, DateTime nowUtc)
    {
        if (enrollment.ErasedAtUtc is not null) throw new InvalidOperationException("It was erased before.");
        if (enrollment.Status is EnrollmentStatus.Held or EnrollmentStatus.Processing)
            throw new InvalidOperationException($"A {enrollment.Status} enrollment is not erased.");

        enrollment.Order.ForgetNamesIn([enrollment.FirstName, enrollment.LastName, enrollment.CertificateName, enrollment.Order.PayerName]);
        IReadOnlyList<RetiredLink> retired = [.. enrollment.RetireMailed(nowUtc), .. enrollment.ReplaceLinks(by, nowUtc)];
        (enrollment.MailedToken, enrollment.MailedCalendarToken) = (null, null);
        (enrollment.FirstName, enrollment.LastName, enrollment.CertificateName) = (Word, "", null);
        (enrollment.Email, enrollment.EmailKey) = (Word, KeyOf(enrollment.Number));
        (enrollment.Profession, enrollment.LicenseNumber, enrollment.LicenseState) = (Profession.Other, null, null);
        (enrollment.HeardFrom, enrollment.Accommodation, enrollment.ClientKey) = (null, null, null);
        enrollment.LacksDetails = false;
        enrollment.Order.MakeOutTo(null);
        enrollment.ErasedAtUtc = nowUtc;
        enrollment.Refind();
        enrollment.Record(Subject, null, Word, by, nowUtc);
        return retired;
    }

    public static void RecordDownload(this Enrollment enrollment, int enrollments, Actor by, DateTime nowUtc) =>
        enrollment.Record(
            Subject, null, Downloaded, by, nowUtc, string.Create(CultureInfo.InvariantCulture, $"Enrollments in the file: {enrollments}."));

    // The number of a check or an invoice is the accountant's; what was written there instead goes if it tells who it was.
    private static void ForgetNamesIn(this Order order, string?[] names)
    {
        var theirs = WordsIn(string.Join(' ', names)).Where(w => w.Length > 1).ToHashSet(StringComparer.Ordinal);
        string? Kept(string? reference) =>
            reference is not null && (reference.Contains('@', StringComparison.Ordinal) || WordsIn(reference).Any(theirs.Contains))
                ? Word : reference;
        order.InvoiceNumber = Kept(order.InvoiceNumber);
        foreach (var payment in order.Payments) payment.OutsideReference = Kept(payment.OutsideReference);
        foreach (var refund in order.Refunds) refund.OutsideReference = Kept(refund.OutsideReference);
    }

    // "Riley’s" has the word "Riley" in it.
    private static IEnumerable<string> WordsIn(string text) =>
        new string([.. text.Normalize().Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(FoldedText.Of);
}
