;;; Runs loclint and writes where `next-error' goes, finding by finding.  -*- lexical-binding: t -*-

(require 'compile)

(defun write-places ()
  (let* ((folder default-directory)
         (buffer (compile (pop command-line-args-left)))
         (process (get-buffer-process buffer))
         (places '()))
    (while (process-live-p process) (accept-process-output process 1))
    (with-current-buffer buffer (compilation--ensure-parse (point-max)))
    (condition-case nil
        (while t
          (next-error)
          (with-current-buffer (window-buffer (selected-window))
            (push (format "%s %d\n" (file-relative-name buffer-file-name folder)
                          (bufferpos-to-filepos (point) 'exact))
                  places)))
      (user-error nil))
    (write-region (apply #'concat (reverse places)) nil (expand-file-name "places.emacs" folder))))
