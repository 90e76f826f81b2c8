using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters;

/// <summary>All of an email in one class: what it tells whom, how soon, how long that is true, and its words.</summary>
/// <remarks>What is true of all letters holds for a new one as soon as the sandbox has a preview of it; a test asks for that.</remarks>
public abstract class Letter
{
    /// <summary>The moment of what somebody has just done or asked for: whenever it is told, it was not told before.</summary>
    public static readonly DateTime JustNow = DateTime.MaxValue;

    /// <summary>The class name without "Letter", as the message's row, the log and the cases name it.</summary>
    public string Kind => KindOf(GetType());

    /// <summary>Names the one fact that it tells: unique among all messages, never with an address or a token.</summary>
    public abstract string Fact { get; }

    public abstract Urgency Urgency { get; }

    /// <summary>What it tells has come about in this transaction: nobody can have told it before.</summary>
    public virtual bool IsFirst => false;

    /// <summary>Somebody who typed no more than the address may have it sent: then so many a day, however that was done.</summary>
    public virtual bool AnybodyMayCauseIt => false;

    /// <summary>Staff have typed the address, or send it, and mean it: it counts toward no limit.</summary>
    public virtual bool IsTypedByStaff => false;

    /// <summary>When what it tells came about; null if only Stripe knows.</summary>
    public abstract DateTime? HappenedAtUtc { get; }

    public abstract Standing Standing { get; }

    /// <summary>Null where it is about no enrollment, or about several.</summary>
    public virtual Enrollment? Enrollment => null;

    /// <summary>The enrollments whose pages its links open.</summary>
    public virtual IReadOnlyList<Enrollment> Opens => [];

    public abstract Addressee To(LetterSite site);

    public abstract LetterContent Content(LetterSite site);

    /// <summary>An iCalendar file to attach, or null.</summary>
    public virtual string? Calendar(LetterSite site) => null;

    public static string KindOf<T>()
        where T : Letter => KindOf(typeof(T));

    private static string KindOf(Type letter) => letter.Name[..^nameof(Letter).Length];
}
