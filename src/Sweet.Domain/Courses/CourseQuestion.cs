namespace Sweet.Domain.Courses;

public sealed class CourseQuestion
{
    public const int QuestionMaxLength = 200;
    public const int AnswerMaxLength = 2_000;

    private CourseQuestion()
    {
    }

    internal CourseQuestion(int number, string question, string answer)
    {
        Number = number;
        Question = question;
        Answer = answer;
    }

    public int Id { get; private set; }

    public int CourseId { get; private set; }

    public int Number { get; private set; }

    public string Question { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Answer { get; private set; } = "";
}
