using Sweet.Domain.Persons;

namespace Sweet.Domain.Enrollments;

/// <summary>
/// One open request an enrollment: a newer one ends the older, whose link then opens nothing. Once made, whoever reads the old
/// address may take it back for a day, whatever was changed since: the later changes may be a thief's.
/// </summary>
public sealed class EmailChange
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public static readonly TimeSpan ReversibleFor = TimeSpan.FromDays(1);

    /// <summary>The same address again so soon is a button pressed twice.</summary>
    public static readonly TimeSpan SameRequest = TimeSpan.FromMinutes(1);

    private EmailChange()
    {
    }

    /// <exception cref="InvalidOperationException"><see cref="IsFor"/> says no; ask first.</exception>
    public EmailChange(Enrollment enrollment, EmailAddress email, DateTime nowUtc)
    {
        if (!IsFor(enrollment))
            throw new InvalidOperationException($"The address of a {enrollment.Status} enrollment does not change by a link.");

        Enrollment = enrollment;
        EnrollmentId = enrollment.Id;
        Email = email.Text;
        EmailKey = email.Key;
        AskedAtUtc = nowUtc;
    }

    private EmailChange(Enrollment enrollment, EmailAddress email, bool isTyped, DateTime nowUtc)
    {
        (Enrollment, EnrollmentId, IsTyped) = (enrollment, enrollment.Id, isTyped);
        (Email, EmailKey, AskedAtUtc) = (email.Text, email.Key, nowUtc);
    }

    public int Id { get; private set; }

    public int EnrollmentId { get; private set; }

    public Enrollment Enrollment { get; private set; } = null!;

    public string Email { get; private set; } = "";

    public string EmailKey { get; private set; } = "";

    /// <summary>In the email to the new address only.</summary>
    public string Token { get; private set; } = RandomText.Token();

    public DateTime AskedAtUtc { get; private set; }

    public DateTime? MadeAtUtc { get; private set; }

    /// <summary>Over a held seat, and nobody had shown that the old address was theirs: it ends once the new one is proven.</summary>
    public bool IsTyped { get; private set; }

    /// <summary>The address until then; null while it is a request.</summary>
    public string? OldEmail { get; private set; }

    public string? OldEmailKey { get; private set; }

    /// <summary>Of the token in the notice to the old address, which takes the change back.</summary>
    public string? ReversalHash { get; private set; }

    public DateTime? ReversedAtUtc { get; private set; }

    /// <summary>Its links open nothing any more: a newer request, a replaced link or the reversal of an earlier change ended it.</summary>
    public DateTime? EndedAtUtc { get; private set; }

    public DateTime ExpiresAtUtc => AskedAtUtc + Life;

    /// <summary>A held seat has its address typed over; an ended enrollment keeps its own once all of its money has come to rest.</summary>
    public static bool IsFor(Enrollment enrollment) =>
        enrollment.Status is EnrollmentStatus.Processing or EnrollmentStatus.Confirmed
        || (!enrollment.IsLive && enrollment.Order.Refunds.Any(r => r.IsUnderway));

    public bool IsOpenAt(DateTime nowUtc) => MadeAtUtc is null && EndedAtUtc is null && nowUtc < ExpiresAtUtc && IsFor(Enrollment);

    /// <param name="otherLive">Another live enrollment of the new address in the same cohort, read after its lock, or null.</param>
    public EmailChangeRefusal? RefusalFor(Enrollment? otherLive, DateTime nowUtc) =>
        !IsOpenAt(nowUtc) ? EmailChangeRefusal.Over : AddressRefusalFor(otherLive);

    /// <returns>The token that takes it back, for the old address only.</returns>
    /// <exception cref="InvalidOperationException">It is over; ask <see cref="RefusalFor"/> first.</exception>
    public string Make(Actor by, DateTime nowUtc)
    {
        if (!IsOpenAt(nowUtc)) throw new InvalidOperationException("The change is over.");

        var reversalToken = Remember(nowUtc);
        Enrollment.MoveTo(Email, EmailKey, by, nowUtc);
        Enrollment.AddressProvenAtUtc = nowUtc;
        return reversalToken;
    }

    /// <summary>Typed over a held seat: made at once, and told to the old address like any other.</summary>
    /// <returns>The change, and the token that takes it back, for the old address only.</returns>
    /// <exception cref="InvalidOperationException">The seat is not held.</exception>
    public static (EmailChange Change, string ReversalToken) Type(Enrollment enrollment, EmailAddress email, Actor by, DateTime nowUtc)
    {
        var change = new EmailChange(enrollment, email, isTyped: enrollment.AddressProvenAtUtc is null, nowUtc);
        var reversalToken = change.Remember(nowUtc);
        enrollment.CorrectEmail(email, by, nowUtc);
        return (change, reversalToken);
    }

    private string Remember(DateTime nowUtc)
    {
        var reversalToken = RandomText.Token();
        (OldEmail, OldEmailKey, ReversalHash) = (Enrollment.Email, Enrollment.EmailKey, RetiredLink.HashOf(reversalToken));
        MadeAtUtc = nowUtc;
        return reversalToken;
    }

    /// <summary>For one that brings back what an earlier change took away: nobody may take it back, least of all a thief.</summary>
    public void EndReversal(DateTime nowUtc) => EndedAtUtc ??= nowUtc;

    public bool IsReversibleAt(DateTime nowUtc) =>
        MadeAtUtc is { } madeAtUtc && ReversedAtUtc is null && EndedAtUtc is null && nowUtc < madeAtUtc + ReversibleFor;

    /// <param name="otherLive">Another live enrollment of the old address in the same cohort, read after its lock, or null.</param>
    public EmailChangeRefusal? ReversalRefusalFor(Enrollment? otherLive, DateTime nowUtc) =>
        !IsReversibleAt(nowUtc) ? EmailChangeRefusal.Over : AddressRefusalFor(otherLive);

    /// <summary>Puts the old address back and gives new links. The caller ends what was asked for since.</summary>
    /// <exception cref="InvalidOperationException">It is over; ask <see cref="ReversalRefusalFor"/> first.</exception>
    public IReadOnlyList<RetiredLink> Reverse(Actor by, DateTime nowUtc)
    {
        if (!IsReversibleAt(nowUtc)) throw new InvalidOperationException("The change is not taken back anymore.");

        Enrollment.MoveTo(OldEmail!, OldEmailKey!, by, nowUtc, "Taken back.");
        ReversedAtUtc = nowUtc;
        var retired = Enrollment.ReplaceLinks(by, nowUtc);
        Enrollment.Own(nowUtc);
        Enrollment.HandedOverAtUtc = nowUtc;
        return retired;
    }

    /// <summary>Neither address stays, and no link opens anything.</summary>
    public void Erase(DateTime nowUtc)
    {
        (Email, EmailKey, Token) = (Erasure.Word, Erasure.Word, RandomText.Token());
        (OldEmail, OldEmailKey) = OldEmail is null ? (null, null) : (Erasure.Word, Erasure.Word);
        ReversalHash = null;
        EndedAtUtc ??= nowUtc;
    }

    private EmailChangeRefusal? AddressRefusalFor(Enrollment? otherLive) =>
        otherLive is not null && Enrollment.IsLive ? EmailChangeRefusal.AddressTaken : null;
}

public enum EmailChangeRefusal
{
    Over,

    AddressTaken,
}
