using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Enrollments;

/// <summary>The links of all enrollments of an address, as somebody asked. At most one in ten minutes for the same links.</summary>
public sealed class YourLinksLetter : Letter
{
    private const string NotYou = "Didn’t ask for this? Then you don’t need to do anything: no one but you received it.";

    private const string PerhapsAnother = "The person who registered with this address has a link too, "
        + "until you press a button on the page "
        + "that this one opens. If that was not you, press \"Make it mine alone\" there before you pay or enter anything.";

    private static readonly TimeSpan OnceIn = TimeSpan.FromMinutes(10);

    private readonly IReadOnlyList<Enrollment> enrollments;
    private readonly DateTime askedAtUtc;
    private readonly DateTime nowUtc;
    private readonly bool isByStaff;

    private YourLinksLetter(IReadOnlyList<Enrollment> enrollments, DateTime askedAtUtc, DateTime nowUtc, bool isByStaff = false) =>
        (this.enrollments, this.askedAtUtc, this.nowUtc, this.isByStaff) = (enrollments, askedAtUtc, nowUtc, isByStaff);

    public override string Fact => $"links {FactNames.Digest(AddressAndIds)} {FactNames.Window(nowUtc, OnceIn)}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => askedAtUtc;

    public override bool AnybodyMayCauseIt => true;

    public override bool IsTypedByStaff => isByStaff;

    public override Standing Standing => Standing.Always;

    public override Enrollment? Enrollment => IsOne ? enrollments[0] : null;

    public override IReadOnlyList<Enrollment> Opens => enrollments;

    private string Address => enrollments[0].Email;

    private string AddressAndIds => $"{Address} {string.Join(' ', enrollments.Select(e => e.Id).Order())}";

    private bool IsShared => enrollments.Any(e => e.IsLive && e.MailedToken is not null);

    private bool IsOne => enrollments.Count == 1;

    /// <param name="enrollments">Of one address.</param>
    /// <returns>Null where there are no enrollments: then nothing is emailed.</returns>
    public static YourLinksLetter? For(IReadOnlyList<Enrollment> enrollments, DateTime askedAtUtc, DateTime nowUtc) =>
        enrollments.Count == 0 ? null : new YourLinksLetter(enrollments, askedAtUtc, nowUtc);

    /// <summary>Staff send it, and nobody may have asked.</summary>
    public static YourLinksLetter FromStaff(Enrollment enrollment, DateTime nowUtc) =>
        new([enrollment], nowUtc, nowUtc, isByStaff: true);

    public override Addressee To(LetterSite site) => new(Recipient.Student, Address);

    public override LetterContent Content(LetterSite site) => new(
        IsOne ? "The link to your enrollment" : "The links to your enrollments",
        isByStaff ? "Here is the link to your enrollment, from our registrar."
            : IsOne ? "Here is the link to your enrollment."
            : $"Here are the links to your {enrollments.Count} enrollments.",
        Enrollment?.Number,
        [
            .. enrollments.SelectMany(e => LinkTo(e, site)),
            new Paragraph($"Anyone with a link can open its page, so keep this email to yourself. {(IsShared ? PerhapsAnother : NotYou)}"),
        ]);

    private IEnumerable<Block> LinkTo(Enrollment enrollment, LetterSite site)
    {
        if (!IsOne) yield return new Heading(enrollment.Number);

        yield return new Facts(
            [
                LetterWords.CourseOf(enrollment.Cohort),
                .. enrollment.AddressProvenAtUtc is null ? Array.Empty<Fact>() : [new Fact("Student", enrollment.FullName)],
                LetterWords.FirstClassOf(enrollment.Cohort),
                new Fact("Status", StatusOf(enrollment.Status)),
            ]);
        yield return IsOne
            ? new Button("Open your enrollment page", site.PageOf(enrollment))
            : new Link("Enrollment page", site.PageOf(enrollment));
    }

    private static string StatusOf(EnrollmentStatus status) => status switch
    {
        EnrollmentStatus.Held => "the seat is held until it is paid for",
        EnrollmentStatus.Processing => "the seat is kept while the payment is on its way",
        EnrollmentStatus.Confirmed => "confirmed",
        EnrollmentStatus.Expired => "ended unpaid",
        _ => "canceled",
    };
}
