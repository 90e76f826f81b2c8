namespace Sweet.Domain.Enrollments;

/// <summary>
/// Two links open an enrollment: one that the browser has which registered, and one that its address was emailed. Once
/// somebody acts by the emailed one, it is the only one.
/// </summary>
public static class EnrollmentLinks
{
    public static IQueryable<Enrollment> OpenedBy(this IQueryable<Enrollment> enrollments, string token) =>
        enrollments.Where(e => e.LinkToken == token || e.MailedToken == token);

    /// <summary>What an email to the address opens its page with.</summary>
    public static string TokenForMail(this Enrollment enrollment) => enrollment.MailedToken ?? enrollment.LinkToken;

    public static string CalendarTokenForMail(this Enrollment enrollment) => enrollment.MailedCalendarToken ?? enrollment.CalendarToken;

    /// <summary>Somebody has acted by the link that was emailed to the address: from now on it is the only one.</summary>
    /// <param name="isAnother">Whether it may be somebody else than who registered.</param>
    /// <returns>What remembers that the old links, which open nothing any more, once did.</returns>
    public static IReadOnlyList<RetiredLink> ProveAddress(this Enrollment enrollment, bool isAnother, Actor by, DateTime nowUtc)
    {
        if (enrollment.MailedToken is null || enrollment.MailedCalendarToken is null) return [];

        var retired = enrollment.MoveLinks(enrollment.MailedToken, enrollment.MailedCalendarToken, nowUtc);
        if (isAnother) enrollment.HandedOverAtUtc = nowUtc;
        enrollment.Own(nowUtc);
        enrollment.Record("Address", null, "Proven", by, nowUtc);
        return retired;
    }

    /// <summary>The one in emails, while it is another, stays: whoever holds the browser's cannot take it from the address.</summary>
    /// <returns>As <see cref="ProveAddress"/>.</returns>
    public static IReadOnlyList<RetiredLink> ReplaceLinks(this Enrollment enrollment, Actor by, DateTime nowUtc)
    {
        var retired = enrollment.MoveLinks(RandomText.Token(), RandomText.Token(), nowUtc);
        enrollment.Record("Links", null, "Replaced", by, nowUtc);
        return retired;
    }

    /// <summary>Before the address moves on: what it was mailed opens nothing for whoever reads it.</summary>
    /// <returns>As <see cref="ProveAddress"/>.</returns>
    public static IReadOnlyList<RetiredLink> RetireMailed(this Enrollment enrollment, DateTime nowUtc) =>
        enrollment is { MailedToken: { } link, MailedCalendarToken: { } calendar }
            ? [new(enrollment.Id, link, nowUtc), new(enrollment.Id, calendar, nowUtc)]
            : [];

    /// <summary>Whoever reads the address has the only link from now on.</summary>
    internal static void Own(this Enrollment enrollment, DateTime nowUtc)
    {
        (enrollment.MailedToken, enrollment.MailedCalendarToken) = (null, null);
        enrollment.AddressProvenAtUtc = nowUtc;
    }

    /// <summary>What an earlier address was emailed opens nothing for the new one.</summary>
    internal static void ShareAnew(this Enrollment enrollment) =>
        (enrollment.MailedToken, enrollment.MailedCalendarToken) = (RandomText.Token(), RandomText.Token());

    // The browser that took the seat may be the one that shall not open it any more.
    private static RetiredLink[] MoveLinks(this Enrollment enrollment, string token, string calendarToken, DateTime nowUtc)
    {
        RetiredLink[] retired =
            [new(enrollment.Id, enrollment.LinkToken, nowUtc), new(enrollment.Id, enrollment.CalendarToken, nowUtc)];
        (enrollment.LinkToken, enrollment.CalendarToken, enrollment.BrowserKey) = (token, calendarToken, null);
        return retired;
    }
}
