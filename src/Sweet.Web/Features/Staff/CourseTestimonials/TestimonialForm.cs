using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Courses.Persons;

namespace Sweet.Web.Features.Staff.CourseTestimonials;

public sealed class TestimonialForm
{
    [Display(Name = "What the student says", Description = "Word for word, as they agreed to it."), DataType(DataType.MultilineText)]
    [Required(ErrorMessage = "Enter what the student says")]
    [StringLength(Testimonial.TextMaxLength, ErrorMessage = "Shorten it to {1} characters, and ask the student again")]
    public string? Text { get; set; }

    [Display(Name = "Shown as", Description = "First name or initial, and profession, as they agreed: Maria K., social worker")]
    [Required(ErrorMessage = "Enter how the student is shown")]
    [StringLength(Testimonial.ShownAsMaxLength, ErrorMessage = "Shorten it to {1} characters")]
    public string? ShownAs { get; set; }

    [Display(Name = "Who agreed", Description = "The whole name. Only staff see it.")]
    [Required(ErrorMessage = "Enter who agreed")]
    [StringLength(Testimonial.AgreedByMaxLength, ErrorMessage = "Shorten it to {1} characters")]
    public string? AgreedBy { get; set; }

    [Display(Name = "Agreed on"), Required(ErrorMessage = "Enter the day on which they agreed")]
    public string? AgreedOn { get; set; }

    [Display(Name = "How they agreed", Description = "Where the consent can be found. Only staff see it.")]
    [Required(ErrorMessage = "Enter how they agreed")]
    [StringLength(Testimonial.AgreedHowMaxLength, ErrorMessage = "Shorten it to {1} characters")]
    public string? AgreedHow { get; set; }
}
