using System.Globalization;

namespace Sweet.Domain.Courses.Persons;

/// <summary>
/// Sentences of former students: shown with their consent, and no longer once it is taken back. The history, which keeps all, has
/// neither name nor words.
/// </summary>
public static class SentenceRules
{
    private const string Subject = "Sentence of a student";

    /// <param name="course">With its sentences.</param>
    /// <returns>True if it was not there yet.</returns>
    public static bool Add(this Course course, PlannedSentence said, Actor by, DateTime nowUtc)
    {
        if (course.Sentences.Any(s => s.IsShown && s.Text == said.Text && s.AgreedBy == said.AgreedBy)) return false;

        course.Append(new StudentSentence(said, nowUtc), nowUtc);
        course.Record(Subject, from: null, Shown(said.AgreedOn), by, nowUtc);
        return true;
    }

    /// <summary>May be repeated.</summary>
    /// <returns>True if it was shown until now.</returns>
    public static bool Withdraw(this Course course, StudentSentence sentence, Actor by, DateTime nowUtc)
    {
        if (!sentence.IsShown) return false;

        sentence.Withdraw(nowUtc);
        course.Record(Subject, Shown(sentence.AgreedOn), "Consent withdrawn", by, nowUtc);
        return true;
    }

    private static string Shown(DateOnly agreedOn) =>
        string.Create(CultureInfo.InvariantCulture, $"Shown, agreed on {agreedOn:yyyy-MM-dd}");
}
