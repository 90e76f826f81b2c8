using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;
using Sweet.Web.Hosting;

namespace Sweet.Web.Email.Rendering;

/// <summary>What every letter knows of the site that it comes from.</summary>
/// <param name="isTest">Outside Production every email says that it is a test.</param>
public sealed class LetterSite(SiteOptions site, bool isTest)
{
    public bool IsTest => isTest;

    public string BaseUrl => site.BaseUrl.TrimEnd('/');

    public string Help => site.HelpEmail;

    public string Staff => site.StaffEmail;

    public string LegalName => site.LegalName;

    public IReadOnlyList<string> LegalAddress => site.LegalAddressLines;

    /// <summary>The institute's Employer Identification Number, or empty.</summary>
    public string Ein => site.Ein;

    public string Page(string path) => BaseUrl + path;

    public string PageOf(Enrollment enrollment) => Page($"/enrollments/{enrollment.TokenForMail()}");

    public string LinkReplacementOf(Enrollment enrollment) => $"{PageOf(enrollment)}/link-replacements/new";

    public string CalendarOf(Enrollment enrollment) => Page($"/calendars/{enrollment.CalendarTokenForMail()}.ics");

    public string PageOf(CourseInterest interest) => Page($"/interests/{interest.Token}");

    public string PageOf(WaitlistEntry entry) => Page($"/waitlist-entries/{entry.Token}");

    public string InvitationOf(string token) => Page($"/staff/invitations/{token}");

    public string RemovalOf(CourseInterest interest) => $"{PageOf(interest)}/removal";
}
