using Sweet.Domain.Courses.Planning;

namespace Sweet.Domain.Courses;

/// <summary>
/// <see cref="SeatsTaken"/> is changed by <see cref="SeatRules"/>, <see cref="ByHand.HandRules"/>, <see cref="ByHand.ImportRules"/>,
/// <see cref="Transfers.TransferRules"/>, <see cref="Waitlists.LineRules"/> and <see cref="Waitlists.LineMoney"/> alone.
/// <see cref="Version"/> is for what staff edit: seats do not raise it.
/// </summary>
public sealed class Cohort
{
    public const int ReferenceMaxLength = 60;
    public const int TimeZoneMaxLength = 60;
    public const int CurrencyLength = 3;
    public const int WhatsAppUrlMaxLength = 500;
    public const int CancelledForMaxLength = 900;

    private readonly List<ClassMeeting> meetings = [];
    private readonly List<HistoryEntry> history = [];

    private Cohort()
    {
    }

    /// <exception cref="ArgumentOutOfRangeException">No capacity, or <see cref="PriceRules"/> refuses the price.</exception>
    public Cohort(Course course, string reference, string timeZone, int capacity, Money price, DateTime nowUtc)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Course = course;
        CourseId = course.Id;
        Reference = reference;
        TimeZone = timeZone;
        Capacity = capacity;
        PriceMinor = PriceRules.Require(price).Minor;
        Currency = price.Currency;
        UpdatedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int CourseId { get; private set; }

    public Course Course { get; private set; } = null!;

    /// <summary>Names the cohort in addresses, like "ipt-2027-01-12"; opens nothing.</summary>
    public string Reference { get; private set; } = "";

    public CohortStatus Status { get; private set; } = CohortStatus.Draft;

    /// <summary>An IANA name, like "America/New_York".</summary>
    public string TimeZone { get; internal set; } = "";

    public int Capacity { get; internal set; }

    public int SeatsTaken { get; internal set; }

    /// <summary>How many wait for a seat without an offer; changed as <see cref="SeatsTaken"/> is.</summary>
    public int Waiting { get; internal set; }

    public int SeatsLeft => Capacity - SeatsTaken;

    /// <summary>Free, and nobody in line waits for it.</summary>
    public int SeatsOpen => Math.Max(0, SeatsLeft - Waiting);

    /// <summary>Raised by the lock that every write which moves a seat takes first; means nothing else.</summary>
    public long LockCount { get; private set; }

    public string Currency { get; private set; } = "";

    public long PriceMinor { get; internal set; }

    public long? EarlyPriceMinor { get; internal set; }

    /// <summary>The first moment at which the early price no longer holds.</summary>
    public DateTime? EarlyPriceUntilUtc { get; internal set; }

    public DateTime RegistrationOpensAtUtc { get; internal set; }

    /// <summary>The first moment at which nobody can register any more.</summary>
    public DateTime RegistrationClosesAtUtc { get; internal set; }

    public DateTime FirstClassAtUtc { get; private set; }

    public DateTime LastClassEndsAtUtc { get; private set; }

    public string? WhatsAppUrl { get; internal set; }

    /// <summary>Fewer confirmed seats than this, and staff think again on <see cref="DecideOn"/>.</summary>
    public int? Minimum { get; internal set; }

    public DateOnly? DecideOn { get; internal set; }

    /// <summary>Of the form that made it: sent twice it makes one cohort.</summary>
    public string? FormKey { get; internal set; }

    /// <summary>Why it was canceled, as people read it.</summary>
    public string? CancelledFor { get; internal set; }

    /// <summary>Sequence number of the calendar files: once the cohort is public, raised whenever a class meeting changes.</summary>
    public int CalendarSequence { get; private set; }

    public DateTime UpdatedAtUtc { get; private set; }

    /// <summary>Raised by every change that staff make; of two who changed the same version only one saves.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<ClassMeeting> Meetings => meetings;

    public IReadOnlyList<HistoryEntry> History => history;

    /// <exception cref="ArgumentException">The local time falls into a daylight-saving gap.</exception>
    public ClassMeeting AddMeeting(DateTime startsAtLocal, int minutes, DateTime nowUtc)
    {
        var meeting = new ClassMeeting(meetings.Count + 1, startsAtLocal, minutes, Zone);
        meetings.Add(meeting);
        TakeMeetings(nowUtc);
        return meeting;
    }

    /// <exception cref="ArgumentException">The local time falls into a daylight-saving gap.</exception>
    public void MoveMeeting(ClassMeeting meeting, DateTime startsAtLocal, int minutes, DateTime nowUtc)
    {
        meeting.Move(startsAtLocal, minutes, Zone);
        TakeMeetings(nowUtc);
    }

    public void SetJoinUrl(ClassMeeting meeting, string? url, DateTime nowUtc)
    {
        meeting.JoinUrl = StudentLink.Require(url, ClassMeeting.JoinUrlMaxLength);
        RaiseCalendar();
        Touch(nowUtc);
    }

    public void SetWhatsAppUrl(string? url, DateTime nowUtc)
    {
        WhatsAppUrl = StudentLink.Require(url, WhatsAppUrlMaxLength);
        Touch(nowUtc);
    }

    /// <exception cref="ArgumentException">Another currency than the price's, or <see cref="PriceRules"/> refuses it.</exception>
    public void SetEarlyPrice(Money price, DateTime untilUtc, DateTime nowUtc)
    {
        EarlyPriceMinor = price.Currency == Currency ? PriceRules.Require(price).Minor
            : throw new ArgumentException("Another currency.", nameof(price));
        EarlyPriceUntilUtc = untilUtc;
        Touch(nowUtc);
    }

    public void SetRegistration(DateTime opensAtUtc, DateTime closesAtUtc, DateTime nowUtc)
    {
        RegistrationOpensAtUtc = opensAtUtc;
        RegistrationClosesAtUtc = closesAtUtc;
        Touch(nowUtc);
    }

    /// <exception cref="InvalidOperationException">It is neither a draft nor closed, or has no class meeting.</exception>
    public void Open(Actor by, DateTime nowUtc)
    {
        if (Status is not (CohortStatus.Draft or CohortStatus.Closed) || meetings.Count == 0)
            throw new InvalidOperationException($"A cohort that is {Status} with {meetings.Count} meetings cannot be opened.");

        Become(CohortStatus.Open, by, nowUtc);
    }

    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public void Close(Actor by, DateTime nowUtc)
    {
        if (Status != CohortStatus.Open) throw new InvalidOperationException($"A cohort that is {Status} cannot be closed.");

        Become(CohortStatus.Closed, by, nowUtc);
    }

    public bool IsEarlyAt(DateTime nowUtc) => EarlyPriceMinor is not null && nowUtc < EarlyPriceUntilUtc;

    public Money PriceAt(DateTime nowUtc) => new(IsEarlyAt(nowUtc) ? EarlyPriceMinor!.Value : PriceMinor, Currency);

    public CohortPhase PhaseAt(DateTime nowUtc) => Status switch
    {
        CohortStatus.Draft => CohortPhase.Draft,
        CohortStatus.Cancelled => CohortPhase.Cancelled,
        CohortStatus.Completed => CohortPhase.Past,
        _ when LastClassEndsAtUtc <= nowUtc => CohortPhase.Past,
        CohortStatus.Open when nowUtc < RegistrationOpensAtUtc => CohortPhase.Upcoming,
        CohortStatus.Open when nowUtc < RegistrationClosesAtUtc => SeatsOpen == 0 ? CohortPhase.Full : CohortPhase.Open,
        _ when FirstClassAtUtc <= nowUtc => CohortPhase.Running,
        _ => CohortPhase.Closed,
    };

    public int ClassesBegunAt(DateTime nowUtc) => meetings.Count(m => m.HasBegunAt(nowUtc));

    internal void Become(CohortStatus to, Actor by, DateTime nowUtc, string? note = null)
    {
        Record(nameof(Cohort), Status.ToString(), to.ToString(), by, nowUtc, note);
        Status = to;
        Touch(nowUtc);
    }

    internal void Record(string subject, string? from, string to, Actor by, DateTime nowUtc, string? note = null) =>
        history.Add(new HistoryEntry(subject, from, to, by, nowUtc, note));

    /// <summary>Moves, adds and drops class meetings until they are the planned ones.</summary>
    /// <returns>Those that are no more.</returns>
    internal IReadOnlyList<ClassMeeting> Replan(IReadOnlyList<PlannedClass> classes, DateTime nowUtc)
    {
        List<ClassMeeting> dropped = [.. meetings.Where(m => m.Number > classes.Count)];
        meetings.RemoveAll(dropped.Contains);
        foreach (var (index, planned) in classes.Index())
        {
            var meeting = meetings.Find(m => m.Number == index + 1);
            if (meeting is null) meetings.Add(meeting = new ClassMeeting(index + 1, planned, Zone));
            else meeting.Move(planned, Zone);
        }

        TakeMeetings(nowUtc);
        return dropped;
    }

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    private void TakeMeetings(DateTime nowUtc)
    {
        FirstClassAtUtc = meetings.Min(m => m.StartsAtUtc);
        LastClassEndsAtUtc = meetings.Max(m => m.EndsAtUtc);
        RaiseCalendar();
        Touch(nowUtc);
    }

    // Nobody has a draft's meetings in a calendar.
    private void RaiseCalendar() => CalendarSequence += Status == CohortStatus.Draft ? 0 : 1;

    internal void Touch(DateTime nowUtc)
    {
        UpdatedAtUtc = nowUtc;
        Version++;
    }
}
