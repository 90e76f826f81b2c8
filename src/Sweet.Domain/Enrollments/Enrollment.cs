using Sweet.Domain.Courses;
using Sweet.Domain.Orders;
using Sweet.Domain.Restoring;
using Sweet.Domain.Staff;

namespace Sweet.Domain.Enrollments;

/// <summary>A student's seat in a cohort. The methods that move a seat are the cohort's.</summary>
public sealed class Enrollment
{
    public const int NumberMaxLength = 20;
    public const int NameMaxLength = 100;
    public const int CertificateNameMaxLength = 200;
    public const int LicenseNumberMaxLength = 40;
    public const int LicenseStateMaxLength = 40;
    public const int HeardFromMaxLength = 200;
    public const int AccommodationMaxLength = 2_000;
    public const int ClientKeyMaxLength = 50;
    private const int NumberSigns = 6;

    /// <summary>Stripe wants a session to live 30 minutes by its clock: two more for what ours differs, one for the way there.</summary>
    public static readonly TimeSpan ShortestAttempt = TimeSpan.FromMinutes(33);

    private readonly List<HistoryEntry> history = [];

    private Enrollment()
    {
    }

    internal Enrollment(Cohort cohort, Registration registration, DateTime heldUntilUtc, DateTime nowUtc)
    {
        Cohort = cohort;
        CohortId = cohort.Id;
        Number = registration.Number;
        Email = registration.Student.Email.Text;
        EmailKey = registration.Student.Email.Key;
        HeardFrom = registration.Origin.HeardFrom;
        ArticleSlug = registration.Origin.ArticleSlug;
        Accommodation = registration.Origin.Accommodation;
        ClientKey = registration.ClientKey;
        BrowserKey = registration.BrowserKey;
        if (registration.AddressProvenAtUtc is { } provenAtUtc) this.Own(provenAtUtc);
        HeldUntilUtc = heldUntilUtc;
        CreatedAtUtc = nowUtc;
        Write(registration.Student);
        LacksDetails = registration.LacksDetails;
        Order = new Order(this, registration, nowUtc);
        Record("Enrollment", null, nameof(EnrollmentStatus.Held), registration.By, nowUtc);
    }

    internal Enrollment(Cohort cohort, LostEnrollment lost, EnrollmentStatus status, Actor by, DateTime nowUtc)
    {
        Cohort = cohort;
        CohortId = cohort.Id;
        Number = lost.Number;
        LinkToken = lost.LinkToken;
        (MailedToken, MailedCalendarToken) = (lost.MailedToken, lost.MailedToken is null ? null : RandomText.Token());
        Email = lost.Student.Email.Text;
        EmailKey = lost.Student.Email.Key;
        Status = status;
        // Its payment is settled with the next step: until then nobody may end it.
        HeldUntilUtc = nowUtc + ShortestAttempt;
        EndedAtUtc = status == EnrollmentStatus.Expired ? nowUtc : null;
        CreatedAtUtc = lost.Session.CreatedAtUtc;
        Write(lost.Student);
        LacksDetails = true;
        Order = new Order(this, lost, nowUtc);
        Record("Enrollment", null, status.ToString(), by, nowUtc, "Restored from what Stripe keeps of it.");
    }

    public int Id { get; private set; }
    public int CohortId { get; private set; }
    public Cohort Cohort { get; private set; } = null!;
    public Order Order { get; private set; } = null!;

    /// <summary>The seat whose worth pays for this one, and which it takes the place of; null where it was no transfer.</summary>
    public int? TransferredFromId { get; internal set; }
    public Enrollment? TransferredFrom { get; internal set; }

    /// <summary>Short and readable, on pages, receipts and at Stripe; opens nothing.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Opens the student's own page: known to the browser that registered, which may be a stranger's.</summary>
    public string LinkToken { get; internal set; } = RandomText.Token();

    /// <summary>Reads the calendar, and nothing else.</summary>
    public string CalendarToken { get; internal set; } = RandomText.Token();

    /// <summary>Opens the page too, known to the address alone. Null once somebody has acted by it: it is the only one then.</summary>
    public string? MailedToken { get; internal set; } = RandomText.Token();

    public string? MailedCalendarToken { get; internal set; } = RandomText.Token();

    /// <summary>When somebody first acted by a link that was emailed to the address; null while it may be anybody's.</summary>
    public DateTime? AddressProvenAtUtc { get; internal set; }

    /// <summary>When somebody else may have become its student: what was opened before at Stripe was not theirs.</summary>
    public DateTime? HandedOverAtUtc { get; internal set; }

    public EnrollmentStatus Status { get; private set; } = EnrollmentStatus.Held;

    public CancellationReason? CancelledWhy { get; private set; }

    public string FirstName { get; internal set; } = "";

    /// <summary>Empty where somebody has one name.</summary>
    public string LastName { get; internal set; } = "";

    /// <summary>Null: first and last name.</summary>
    public string? CertificateName { get; internal set; }

    public string FullName => LastName.Length == 0 ? FirstName : $"{FirstName} {LastName}";
    public string NameOnCertificate => CertificateName ?? FullName;

    public string Email { get; internal set; } = "";

    /// <summary>One live enrollment a key and cohort.</summary>
    public string EmailKey { get; internal set; } = "";

    public Profession Profession { get; internal set; }

    public string? LicenseNumber { get; internal set; }
    public string? LicenseState { get; internal set; }

    /// <summary>Remade from what Stripe keeps, or enrolled by staff who did not know the profession: the student is asked.</summary>
    public bool LacksDetails { get; internal set; }

    public string? HeardFrom { get; internal set; }
    public string? ArticleSlug { get; private set; }
    public string? Accommodation { get; internal set; }

    /// <summary>What it is found by; see <see cref="EnrollmentSearch"/>.</summary>
    public string SearchKey { get; internal set; } = "";

    /// <summary>The network address that holds the seat; forgotten as soon as it is paid or given back.</summary>
    public string? ClientKey { get; internal set; }

    /// <summary>The browser that registered, from its strictly necessary cookie.</summary>
    public string? BrowserKey { get; internal set; }

    /// <summary>The earliest end of the hold; never before the open session at Stripe expires.</summary>
    public DateTime HeldUntilUtc { get; private set; }

    public int HoldMoves { get; private set; }

    public DateTime CreatedAtUtc { get; private set; }
    public DateTime? ConfirmedAtUtc { get; private set; }
    public DateTime? EndedAtUtc { get; private set; }

    /// <summary>When the person asked to be forgotten: name and address are gone since, the money's record stays.</summary>
    public DateTime? ErasedAtUtc { get; internal set; }

    /// <summary>Means something only while expired.</summary>
    public ExpiryReason? ExpiredWhy { get; private set; }

    public IReadOnlyList<HistoryEntry> History => history;

    public bool IsLive => Status is EnrollmentStatus.Held or EnrollmentStatus.Processing or EnrollmentStatus.Confirmed;

    public static string NewNumber(string courseCode) => NumberOf(courseCode, NewSigns());

    public static string NewSigns() => RandomText.Readable(NumberSigns);

    /// <param name="signs">Of <see cref="NewSigns"/>.</param>
    public static string NumberOf(string courseCode, string signs) => $"{courseCode}-{signs}";

    internal static bool IsTimeForAttempt(DateTime endsAtUtc, DateTime nowUtc) => endsAtUtc - nowUtc >= ShortestAttempt;

    /// <exception cref="InvalidOperationException">The enrollment has ended.</exception>
    public void Describe(Student student, Actor by, DateTime nowUtc)
    {
        if (!IsLive) throw new InvalidOperationException($"The details of a {Status} enrollment stay as they are.");

        this.RecordCorrection(ToStudent(), student, by, nowUtc);
        Write(student);
    }

    /// <summary>All that was written of the student: what registers again, or is shown to be corrected, forgets nothing.</summary>
    public Student ToStudent() => new(FirstName, LastName, EmailAddress.Stored(Email), Profession)
    {
        CertificateName = CertificateName,
        LicenseNumber = LicenseNumber,
        LicenseState = LicenseState,
    };

    private void Write(Student student)
    {
        FirstName = student.FirstName;
        LastName = student.LastName;
        CertificateName = student.CertificateName;
        Profession = student.Profession;
        LicenseNumber = student.LicenseNumber;
        LicenseState = student.LicenseState;
        LacksDetails = false;
        this.Refind();
    }

    /// <exception cref="InvalidOperationException">The seat is not held: a paid seat wants a link to the new address first.</exception>
    public void CorrectEmail(EmailAddress email, Actor by, DateTime nowUtc)
    {
        if (Status != EnrollmentStatus.Held)
            throw new InvalidOperationException($"The address of a {Status} enrollment is not typed over.");

        MoveTo(email.Text, email.Key, by, nowUtc);
        this.ShareAnew();
        (AddressProvenAtUtc, HandedOverAtUtc) = (null, nowUtc);
    }

    internal void MoveTo(string email, string emailKey, Actor by, DateTime nowUtc, string? note = null)
    {
        var (from, to) = by.Kind == ActorKind.Staff ? (Email, email) : (null, "Corrected");
        Email = email;
        EmailKey = emailKey;
        if (MailedToken is not null) this.ShareAnew();
        this.Refind();
        Record("Email", from, to, by, nowUtc, note);
    }

    internal void MakeTimeForAttempt(HoldTerms hold, DateTime nowUtc)
    {
        if (hold.Extra > TimeSpan.Zero && HeldUntilUtc < nowUtc + hold.HoldTime + hold.Extra)
        {
            // The clocks' doing, not the student's: it is none of the moves that the student has.
            HeldUntilUtc = nowUtc + hold.HoldTime + hold.Extra;
        }

        if (IsTimeForAttempt(HeldUntilUtc, nowUtc)) return;

        HeldUntilUtc = nowUtc + hold.HoldTime;
        HoldMoves++;
    }

    internal void Confirm(Actor by, DateTime nowUtc)
    {
        if (Status == EnrollmentStatus.Confirmed) return;
        if (Status == EnrollmentStatus.Cancelled) throw new InvalidOperationException("A canceled enrollment is not confirmed again.");

        Become(EnrollmentStatus.Confirmed, by, nowUtc);
        ConfirmedAtUtc = nowUtc;
        EndedAtUtc = null;
    }

    internal void Process(Actor by, DateTime nowUtc, string? note)
    {
        if (Status != EnrollmentStatus.Held) return;

        Become(EnrollmentStatus.Processing, by, nowUtc, note);
    }

    internal bool Expire(ExpiryReason why, Actor by, DateTime nowUtc)
    {
        if (Status is not (EnrollmentStatus.Held or EnrollmentStatus.Processing)) return false;

        Become(EnrollmentStatus.Expired, by, nowUtc, why.ToString());
        ExpiredWhy = why;
        EndedAtUtc = nowUtc;
        return true;
    }

    internal bool Cancel(CancellationReason why, Actor by, DateTime nowUtc, string? note)
    {
        if (Status == EnrollmentStatus.Cancelled) return false;
        if (Status != EnrollmentStatus.Confirmed) throw new InvalidOperationException($"A {Status} enrollment is not canceled.");

        return End(why, by, nowUtc, note);
    }

    /// <summary>Whatever an older copy of the database says of it: it was confirmed, and had ended.</summary>
    internal bool EndAsBefore(CancellationReason why, DateTime endedAtUtc, Actor by, DateTime nowUtc)
    {
        if (Status == EnrollmentStatus.Cancelled) return false;

        End(why, by, nowUtc, "Its refund at Stripe says so.");
        EndedAtUtc = endedAtUtc;
        return true;
    }

    private bool End(CancellationReason why, Actor by, DateTime nowUtc, string? note)
    {
        Become(EnrollmentStatus.Cancelled, by, nowUtc, note is null ? why.ToString() : $"{why}: {note}");
        CancelledWhy = why;
        EndedAtUtc = nowUtc;
        return true;
    }

    internal void Record(string subject, string? from, string to, Actor by, DateTime nowUtc, string? note = null) =>
        history.Add(new HistoryEntry(subject, from, to, by, nowUtc, note));

    private void Become(EnrollmentStatus to, Actor by, DateTime nowUtc, string? note = null)
    {
        Record("Enrollment", Status.ToString(), to.ToString(), by, nowUtc, note);
        Status = to;
        ClientKey = to is EnrollmentStatus.Held or EnrollmentStatus.Processing ? ClientKey : null;
    }
}
