using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Persons;

namespace Sweet.Domain.Waitlists;

/// <summary>
/// A place in the line of a full cohort, and what became of it. The methods that touch a seat are <see cref="LineRules"/>'.
/// </summary>
public sealed class WaitlistEntry
{
    public const int ReasonMaxLength = 300;

    /// <summary>Of the history that tells of another order of the line.</summary>
    public const string MoveSubject = "Place in line";

    private readonly List<HistoryEntry> history = [];

    private WaitlistEntry()
    {
    }

    public WaitlistEntry(int cohortId, EmailAddress email, PersonName name, int privacyPolicyVersionId, DateTime nowUtc)
    {
        CohortId = cohortId;
        Email = email.Text;
        EmailKey = email.Key;
        FirstName = name.First;
        LastName = name.Last;
        PrivacyPolicyVersionId = privacyPolicyVersionId;
        AskedAtUtc = nowUtc;
    }

    /// <summary>Of somebody whose payment came late: name, address and what they accepted are known.</summary>
    public WaitlistEntry(Enrollment late, DateTime nowUtc)
        : this(
            late.CohortId, EmailAddress.Stored(late.Email), new PersonName(late.FirstName, late.LastName),
            late.Order.PrivacyPolicyVersionId, nowUtc)
    {
    }

    public int Id { get; private set; }

    public int CohortId { get; private set; }

    public Cohort Cohort { get; private set; } = null!;

    public string FirstName { get; private set; } = "";

    /// <summary>Empty where somebody has one name.</summary>
    public string LastName { get; private set; } = "";

    public string FullName => LastName.Length == 0 ? FirstName : $"{FirstName} {LastName}";

    public string Email { get; private set; } = "";

    /// <summary>One place in line a key and cohort.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>In the emailed links only.</summary>
    public string Token { get; private set; } = RandomText.Token();

    public int PrivacyPolicyVersionId { get; private set; }

    public DateTime AskedAtUtc { get; private set; }

    public WaitlistStatus Status { get; private set; } = WaitlistStatus.Unconfirmed;

    /// <summary>Orders the line, with gaps; means nothing before the place is confirmed and after it is given up.</summary>
    public int Position { get; internal set; }

    public DateTime? JoinedAtUtc { get; private set; }

    public DateTime? OfferedAtUtc { get; private set; }

    /// <summary>The first moment at which the offer can be taken no more; null without one.</summary>
    public DateTime? OfferEndsAtUtc { get; private set; }

    /// <summary>When "I take the seat" was pressed; the form comes after it.</summary>
    public DateTime? TakenUpAtUtc { get; private set; }

    public DateTime? EndedAtUtc { get; private set; }

    public int? PaidById { get; private set; }

    /// <summary>Whose late payment waits with this place; null where none does, and once it has paid for a seat or goes back.</summary>
    public Enrollment? PaidBy { get; private set; }

    public bool IsPaid => PaidById is not null || PaidBy is not null;

    internal bool WaitsPaid => IsPaid && Status == WaitlistStatus.Waiting;

    public IReadOnlyList<HistoryEntry> History => history;

    public bool IsInLine => Status is WaitlistStatus.Waiting or WaitlistStatus.Offered;

    public bool IsOfferedAt(DateTime nowUtc) => Status == WaitlistStatus.Offered && nowUtc < OfferEndsAtUtc;

    /// <summary>Whoever begins to fill in the form has time for it. May be repeated: only the first press gives time.</summary>
    public void TakeUp(TimeSpan time, DateTime nowUtc)
    {
        if (!IsOfferedAt(nowUtc) || TakenUpAtUtc is not null) return;

        TakenUpAtUtc = nowUtc;
        if (OfferEndsAtUtc < nowUtc + time) OfferEndsAtUtc = nowUtc + time;
    }

    internal void TakeMoneyOf(Enrollment late) => PaidBy = late;

    internal void LetMoneyGo() => (PaidById, PaidBy) = (null, null);

    internal void Join(int position, DateTime nowUtc)
    {
        Position = position;
        JoinedAtUtc = nowUtc;
        Become(WaitlistStatus.Waiting, Actor.Student, nowUtc);
    }

    internal void Offer(DateTime endsAtUtc, Actor by, DateTime nowUtc, string? reason)
    {
        (OfferedAtUtc, OfferEndsAtUtc, TakenUpAtUtc) = (nowUtc, endsAtUtc, null);
        Become(WaitlistStatus.Offered, by, nowUtc, reason);
    }

    internal void End(WaitlistStatus how, Actor by, DateTime nowUtc, string? reason = null)
    {
        EndedAtUtc = nowUtc;
        Become(how, by, nowUtc, reason);
    }

    /// <summary>Name and address go; one that nobody has confirmed ends with it.</summary>
    /// <exception cref="InvalidOperationException">It is in line: it is removed from there first.</exception>
    public void Erase(Actor by, DateTime nowUtc)
    {
        if (IsInLine) throw new InvalidOperationException("It is in line.");

        if (Status == WaitlistStatus.Unconfirmed) End(WaitlistStatus.Left, by, nowUtc);
        (FirstName, LastName, Email, EmailKey, Token) = (Erasure.Word, "", Erasure.Word, Erasure.KeyOf($"{Id}"), RandomText.Token());
    }

    internal void Record(string from, string to, Actor by, DateTime nowUtc, string reason) =>
        history.Add(new HistoryEntry(MoveSubject, from, to, by, nowUtc, reason));

    private void Become(WaitlistStatus to, Actor by, DateTime nowUtc, string? reason = null)
    {
        history.Add(new HistoryEntry("Waitlist", Status.ToString(), to.ToString(), by, nowUtc, reason));
        Status = to;
    }
}

/// <param name="Last">Empty where somebody has one name.</param>
public sealed record PersonName(string First, string Last);
