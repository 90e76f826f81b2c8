namespace Sweet.Domain.Courses.Planning;

/// <summary>A course as a plan, and a plan made true.</summary>
public static class CoursePlans
{
    /// <param name="course">With weeks, questions, approvals and teachers.</param>
    public static CoursePlan AsPlan(this Course course) => new()
    {
        Slug = course.Slug,
        Title = course.Title,
        Kind = course.Kind,
        Promise = course.Promise,
        Summary = course.Summary,
        Audience = course.Audience,
        MissedClass = course.MissedClass,
        Faculty = course.Faculty,
        RefundFeePercent = course.RefundFeePercent,
        Weeks = [.. course.Weeks.OrderBy(w => w.Number).Select(w => new PlannedWeek(w.Title, w.Objective))],
        Questions = [.. course.Questions.OrderBy(q => q.Number).Select(q => new PlannedQuestion(q.Question, q.Answer))],
        Approvals = [.. course.Approvals.OrderBy(a => a.Id).Select(PlannedOf)],
        Teachers = [.. course.Teachers.OrderBy(t => t.Number)
            .Select(t => new PlannedTeacher(t.Name, t.Credentials, t.Biography, t.PictureHash, t.AltText))],
    };

    /// <param name="changes">The same in words, for the history.</param>
    /// <returns>Rows that are no more, to be removed.</returns>
    public static IReadOnlyList<object> Change(
        this Course course, CoursePlan plan, IReadOnlyList<FieldChange> changes, Actor by, DateTime nowUtc)
    {
        foreach (var change in changes) course.Record(change.Field, change.From, change.To, by, nowUtc);
        return course.Follow(plan, nowUtc);
    }

    /// <summary>A draft by this plan; with its history.</summary>
    public static Course ToDraft(this CoursePlan plan, string code, Actor by, DateTime nowUtc)
    {
        var course = new Course(code, plan.Slug, plan.Title, plan.Kind, nowUtc);
        course.Follow(plan, nowUtc);
        course.Record(nameof(Course), from: null, "Draft", by, nowUtc);
        return course;
    }

    /// <summary>The course as the plan has it: without a word in the history, so for a look only.</summary>
    /// <inheritdoc cref="Change"/>
    public static IReadOnlyList<object> Follow(this Course course, CoursePlan plan, DateTime nowUtc)
    {
        var before = course.AsPlan();
        course.Write(plan, nowUtc);
        List<object> dropped = [];
        if (!plan.Weeks.SequenceEqual(before.Weeks)) dropped.AddRange(course.ReplaceWeeks(plan.Weeks));
        if (!plan.Questions.SequenceEqual(before.Questions)) dropped.AddRange(course.ReplaceQuestions(plan.Questions));
        if (!plan.Approvals.SequenceEqual(before.Approvals)) dropped.AddRange(course.ReplaceApprovals(plan.Approvals));
        if (!plan.Teachers.SequenceEqual(before.Teachers)) dropped.AddRange(course.ReplaceTeachers(plan.Teachers));
        return dropped;
    }

    private static PlannedApproval PlannedOf(Approval approval) => new(
        approval.Profession, approval.Hours, approval.Body, approval.Number, approval.Statement, approval.ValidFrom, approval.ValidTo,
        approval.IsSample);
}
