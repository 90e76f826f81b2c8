using Sweet.Domain.Courses;

namespace Sweet.Web.Founding;

/// <summary>The course that the institute begins with: a draft, without a claim of credit that nobody has granted yet.</summary>
public static class FirstCourse
{
    public static Course Create(DateTime nowUtc)
    {
        var course = new Course(
            "IPT", "interpersonal-psychotherapy", "Interpersonal Psychotherapy (IPT)", "six-week certificate course", nowUtc)
        {
            Promise = "In six weeks you learn to hear what a client’s conversations are really about, "
                + "and to help that client change one of them at a time.",
            Summary = "Six live online classes with a small group of colleagues: you practice each step of Interpersonal Psychotherapy, "
                + "and get feedback on it.",
            Audience = "For clinicians who want to help their clients achieve authentic connections: social workers, counselors, "
                + "psychologists, marriage and family therapists, nurses, and psychiatrists. "
                + "You need clients to think about, and no earlier training in IPT.\n\n"
                + "The classes build on adult learning theory, collective learning, the Socratic method, critical thinking and mastery. "
                + "In plain words: you speak as much as you listen, you practice before you leave the room, "
                + "and your group comes to know you.",
            Faculty = "The SWEET Institute teaches and answers for this course. "
                + "The clinicians who lead a class are named in the email that comes a week before it.",
        };
        AddWeeks(course, nowUtc);
        AddQuestions(course, nowUtc);
        return course;
    }

    private static void AddWeeks(Course course, DateTime nowUtc)
    {
        course.AddWeek(
            "Assessment and Insight",
            "Conduct an interpersonal inventory, "
                + "and formulate a client’s communication pattern in one sentence that the client recognizes.",
            nowUtc);
        course.AddWeek(
            "Setting Communication Goals",
            "Negotiate a goal that can be observed within a week, and state how client and clinician will both know that it was met.",
            nowUtc);
        course.AddWeek(
            "Education and Empowerment",
            "Demonstrate active listening and assertive requests, and explain each to a client in plain words.",
            nowUtc);
        course.AddWeek(
            "Practice Makes Progress",
            "Lead a role play with exchanged roles, and give feedback that asks for details before the verdict.",
            nowUtc);
        course.AddWeek(
            "Exploration of Relational Dynamics",
            "Analyze one difficult conversation for attachment patterns and triggers, including the one between you and the client.",
            nowUtc);
        course.AddWeek(
            "Celebrating Progress and Growth",
            "Plan an ending that names milestones in the client’s own words, and describe what to watch for afterward.",
            nowUtc);
    }

    private static void AddQuestions(Course course, DateTime nowUtc)
    {
        course.AddQuestion(
            "What if I miss a class?",
            "Tell us, and your group will bring you up to date. CE hours count only for classes that you attend.",
            nowUtc);
        course.AddQuestion(
            "Can my agency pay?",
            "Yes. Give its name and address on the form, and we make the receipt out to it. "
                + "You can pay with any card, yours or your agency’s.",
            nowUtc);
        course.AddQuestion(
            "What do I need for a class?",
            "A quiet room, a camera and a microphone. The join link is on your enrollment page and in your calendar.",
            nowUtc);
        course.AddQuestion(
            "Must I join the WhatsApp group?",
            "No. Everything you need also comes by email. Members of the group see each other’s phone numbers.",
            nowUtc);
        course.AddQuestion(
            "Is the CE credit recognized in my state?",
            "The course is meant to be recognized nationwide in the United States. "
                + "The table above shows what applies to your profession, with the approving body; boards differ, so ask yours.",
            nowUtc);
    }
}
